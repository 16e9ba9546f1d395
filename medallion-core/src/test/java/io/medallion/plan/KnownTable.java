package io.medallion.plan;

import io.medallion.profile.ColumnCounts;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.NumberSummary;
import io.medallion.profile.TableProfile;
import io.medallion.profile.ValueShape;
import io.medallion.spec.Annotations;
import io.medallion.spec.Parse;
import io.medallion.spec.Role;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Silver table with a profile, written by hand. */
final class KnownTable {

    private final String name;
    private final long rows;
    private final List<SilverColumn> columns = new ArrayList<>();
    private final List<ColumnProfile> profiles = new ArrayList<>();
    private String[] key = {};

    private KnownTable(String name, long rows) {
        this.name = name;
        this.rows = rows;
    }

    static KnownTable of(String name, long rows) {
        return new KnownTable(name, rows);
    }

    KnownTable key(String... key) {
        this.key = key;
        return this;
    }

    /** Text of so many values, every row filled. */
    KnownTable text(String column, long distinct) {
        return add(column, Parse.text(), null, distinct, "a", "z", false);
    }

    KnownTable flag(String column) {
        return add(column, Parse.yesNo("yes", "no"), null, 2, "false", "true", false);
    }

    KnownTable whole(String column, long distinct, long min, long max) {
        return add(column, Parse.bigint(), null, distinct, String.valueOf(min), String.valueOf(max), true);
    }

    KnownTable money(String column, long distinct, String min, String max) {
        return add(column, Parse.decimal(12, 2), null, distinct, min, max, true);
    }

    KnownTable date(String column, long distinct, String first, String last) {
        return add(column, Parse.date("yyyy-MM-dd"), null, distinct, first, last, false);
    }

    KnownTable timestamp(String column, long distinct, String first, String last) {
        return add(column, Parse.timestamp("yyyy-MM-dd HH:mm:ss"), null, distinct, first, last, false);
    }

    /** Another role for the last column. */
    KnownTable as(Role role) {
        SilverColumn last = columns.remove(columns.size() - 1);
        columns.add(last.annotated(new Annotations(null, role, false, null, null)));
        return this;
    }

    /** A kind of value for the last column. */
    KnownTable is(String semanticType) {
        SilverColumn last = columns.remove(columns.size() - 1);
        columns.add(last.annotated(new Annotations(semanticType, null, false, null, null)));
        return this;
    }

    /** Personal data in the last column. */
    KnownTable personal() {
        SilverColumn last = columns.remove(columns.size() - 1);
        columns.add(last.annotated(new Annotations(null, null, true, null, null)));
        return this;
    }

    /** A unit for the last column. */
    KnownTable in(String unit) {
        SilverColumn last = columns.remove(columns.size() - 1);
        columns.add(last.annotated(new Annotations(null, null, false, unit, null)));
        return this;
    }

    KnownTable add(
            String column,
            Parse parse,
            @Nullable Role role,
            long distinct,
            String least,
            String greatest,
            boolean number) {
        columns.add(SilverColumn.column(column)
                .named(column)
                .as(parse)
                .annotated(new Annotations(null, role, false, null, null)));
        profiles.add(new ColumnProfile(
                column,
                new ColumnCounts(rows, 0, 0, distinct, 1, 12),
                distinct,
                List.of(),
                distinct == 0 ? List.of() : List.of(new ValueShape("9", rows, distinct, least, greatest)),
                number && distinct > 0
                        ? new NumberSummary(new BigDecimal(least), new BigDecimal(greatest), null, null, null, null)
                        : null,
                List.of(),
                List.of(),
                null,
                false));
        return this;
    }

    SilverSpec spec() {
        return SilverSpec.of(name, columns).key(key);
    }

    TableProfile profile() {
        return TableProfile.exact(name, rows, profiles);
    }

    static GoldPlanRequest request(KnownTable... tables) {
        return GoldPlanRequest.of(
                List.of(tables).stream().map(KnownTable::spec).toList(),
                List.of(tables).stream().map(KnownTable::profile).toList());
    }
}
