package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.HeaderWords;
import io.medallion.profile.SemanticType;
import io.medallion.spec.Role;
import java.util.EnumSet;
import java.util.Set;

/** What a column is for. Keys and codes are never measures, whatever their type. */
final class Roles {

    /** A text column with at most so many different values is worth grouping by. */
    private static final long FEW = 50;

    /** Numbers of these kinds group rows; of all other kinds they describe one. None is ever added up. */
    private static final Set<SemanticType> GROUPS = EnumSet.of(
            SemanticType.YEAR,
            SemanticType.QUARTER,
            SemanticType.MONTH,
            SemanticType.DAY_OF_WEEK,
            SemanticType.GENDER,
            SemanticType.RACE);

    /** Worth grouping by however many there are. */
    private static final Set<SemanticType> PLACES = EnumSet.of(
            SemanticType.COUNTRY,
            SemanticType.COUNTRY_CODE,
            SemanticType.STATE,
            SemanticType.COUNTY,
            SemanticType.CITY,
            SemanticType.CURRENCY_CODE);

    private Roles() {}

    static Role of(ColumnProfile profile, HeaderWords header, ColumnType type) {
        if (type.isTemporal()) {
            return Role.TIME;
        }
        if (identifies(header)) {
            return Role.FOREIGN_KEY;
        }
        return switch (type.kind()) {
            case BOOLEAN -> Role.DIMENSION;
            case INTEGER, BIGINT, DECIMAL, DOUBLE -> number(profile, header);
            case TEXT -> text(profile);
            case TIME, JSON, DATE, TIMESTAMP, TIMESTAMPTZ -> Role.ATTRIBUTE;
        };
    }

    /** Whether the name says that the values refer to something: {@code customer_id}. */
    static boolean identifies(HeaderWords header) {
        String last = header.last();
        return Set.of("id", "ids", "key", "uuid", "guid", "sku", "isbn", "ean", "fk", "pk")
                        .contains(last)
                || (last.endsWith("id")
                        && Set.of("userid", "customerid", "orderid", "productid", "objectid", "recordid", "rowid")
                                .contains(last));
    }

    private static Role number(ColumnProfile profile, HeaderWords header) {
        if (profile.kind().isPresent()) {
            return GROUPS.contains(profile.kind().get()) ? Role.DIMENSION : Role.ATTRIBUTE;
        }
        if (header.has("code", "codes", "zip", "number", "no", "nr", "num", "index", "rank", "version", "phone", "fips")
                && !header.has("of", "count", "total")) {
            return Role.ATTRIBUTE;
        }
        if (Set.of(
                        "month",
                        "day",
                        "week",
                        "quarter",
                        "hour",
                        "year",
                        "district",
                        "ward",
                        "zone",
                        "precinct",
                        "level",
                        "grade")
                .contains(header.last())) {
            return Role.DIMENSION;
        }
        return Role.MEASURE;
    }

    private static Role text(ColumnProfile profile) {
        if (profile.counts().filled() == 0 || profile.personal()) {
            return Role.ATTRIBUTE;
        }
        boolean repeats = profile.distinct() <= Math.max(2, profile.counts().filled() / 2);
        boolean few = profile.distinct() <= FEW
                || profile.kind().filter(PLACES::contains).isPresent();
        return few && repeats ? Role.DIMENSION : Role.ATTRIBUTE;
    }
}
