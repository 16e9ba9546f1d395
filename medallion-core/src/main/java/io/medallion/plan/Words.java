package io.medallion.plan;

import io.medallion.ColumnType;
import java.util.Locale;

/** Numbers and types as people write them. */
final class Words {

    private Words() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String rows(long number) {
        return number == 1 ? "1 row" : count(number) + " rows";
    }

    static String values(long number) {
        return number == 1 ? "1 value" : count(number) + " values";
    }

    /** What values of a type are, in the plural. */
    static String kind(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> "text";
            case INTEGER, BIGINT -> "whole numbers";
            case DECIMAL -> "exact decimal numbers";
            case DOUBLE -> "floating point numbers";
            case BOOLEAN -> "true or false";
            case DATE -> "dates";
            case TIME -> "times of day";
            case TIMESTAMP -> "dates with a time";
            case TIMESTAMPTZ -> "instants";
            case JSON -> "JSON documents";
        };
    }
}
