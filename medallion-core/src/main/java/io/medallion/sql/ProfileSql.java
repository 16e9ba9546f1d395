package io.medallion.sql;

import io.medallion.Layer;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.SqlScript.Step;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The facts of columns: each grouped to its distinct values once, and everything else counted over those.
 *
 * <p>The result has the columns {@code column_index, kind, value, row_count, nulls, blanks, distinct_values, shortest,
 * longest}: for each column one row of kind 0 with all counts, rows of kind 1 with the most frequent values, and of
 * kind 2 a value with a leading zero where there is one.
 */
final class ProfileSql {

    /** Text beyond this is cut: it is looked at, not kept. */
    private static final int LONGEST_VALUE = 500;

    /** So many columns are grouped from the table itself. */
    private static final int FEW_COLUMNS = 10;

    /** The one thing that a type could lose unseen: one value of many that is no number but a code. */
    private static final String LEADING_ZEROS =
            IntStream.range(0, 10).mapToObj(i -> "'0" + i + "'").collect(Collectors.joining(", "));

    private final Rendering rendering;

    ProfileSql(Rendering rendering) {
        this.rendering = rendering;
    }

    SqlStatement rows(BronzeSpec spec) {
        return new SqlStatement(
                Step.QUERY,
                "rows in force of " + spec.table(),
                "select count(*) as row_count from " + inForce(spec, 1));
    }

    SqlStatement rows(SilverSpec spec) {
        return new SqlStatement(
                Step.QUERY, "rows of " + spec.table(), "select count(*) as row_count from " + silver(spec, 1));
    }

    SqlStatement columns(BronzeSpec spec, List<String> columns, int values, long everyNth) {
        return statement(spec.table(), inForce(spec, everyNth), columns, values, false);
    }

    SqlStatement columns(SilverSpec spec, List<String> columns, int values, long everyNth) {
        return statement(spec.table(), silver(spec, everyNth), columns, values, true);
    }

    private SqlStatement statement(String table, String rows, List<String> columns, int values, boolean typed) {
        boolean wide = columns.size() > FEW_COLUMNS && knowsOuterNames();
        String text = IntStream.range(0, columns.size())
                .mapToObj(i -> column(i, columns.get(i), wide ? "r" : rows, values, typed))
                .collect(Collectors.joining("\nunion all\n"));
        if (wide) {
            text = once(rows, columns) + text;
        }
        return new SqlStatement(Step.QUERY, "profile of " + table, text);
    }

    /** MariaDB does not find a name of the statement's WITH in a WITH inside of it. */
    private boolean knowsOuterNames() {
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES -> true;
            case MARIADB, MYSQL -> false;
        };
    }

    /** The rows with these columns only, read once: a table of very many columns is costly to name again and again. */
    private String once(String rows, List<String> columns) {
        String names = columns.stream()
                .map(c -> "r." + rendering.text(rendering.columnName(c)))
                .collect(Collectors.joining(", "));
        return "with r as materialized (select " + names + " from " + rows + ")\n";
    }

    private String column(int index, String column, String rows, int values, boolean typed) {
        String name = "r." + rendering.text(rendering.columnName(column));
        String value = typed ? text(name) : name;
        return String.join(
                "\n",
                "select " + index + " as column_index, f.* from (",
                "  with d as (select " + value + " as v, count(*) as n from " + rows + " group by 1)",
                "  select 0 as kind, cast(null as " + text() + ") as value, coalesce(sum(n), 0) as row_count,",
                "    coalesce(sum(case when v is null then n else 0 end), 0) as nulls,",
                "    coalesce(sum(" + blank() + "), 0) as blanks, count(v) as distinct_values,",
                "    coalesce(min(char_length(v)), 0) as shortest, coalesce(max(char_length(v)), 0) as longest",
                "  from d",
                "  union all",
                "  select 1, left(v, " + LONGEST_VALUE
                        + "), n, 0, 0, 0, 0, 0 from (select v, n from d where v is not null",
                "    order by n desc, md5(v), v limit " + values + ") as top_values",
                "  union all",
                "  select 2, " + least() + ", 1, 0, 0, 0, 0, 0 from d where left(v, 2) in (" + LEADING_ZEROS
                        + ") having min(v) is not null",
                ") as f");
    }

    /** The rows whose value is white space; tested on the first character before anything is replaced. */
    private String blank() {
        String stripped = "v";
        for (String space : List.of("' '", code(9), code(10), code(13))) {
            stripped = "replace(" + stripped + ", " + space + ", '')";
        }
        return "case when v = '' then n when left(v, 1) in (' ', " + code(9) + ", " + code(10) + ", " + code(13)
                + ") then case when " + stripped + " = '' then n else 0 end else 0 end";
    }

    private String code(int character) {
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES -> "chr(" + character + ")";
            case MARIADB, MYSQL -> "char(" + character + " using utf8mb4)";
        };
    }

    /** The least by code points; the order of a PostgreSQL database may be another. */
    private String least() {
        return switch (rendering.dialect()) {
            case DUCKDB, MARIADB, MYSQL -> "min(v)";
            case POSTGRES -> "min(v collate \"C\")";
        };
    }

    private String text() {
        return switch (rendering.dialect()) {
            case DUCKDB -> "varchar";
            case POSTGRES -> "text";
            case MARIADB, MYSQL -> "char";
        };
    }

    private String text(String value) {
        return "cast(" + value + " as " + text() + ")";
    }

    private String inForce(BronzeSpec spec, long everyNth) {
        Naming naming = rendering.naming();
        String table = rendering.text(rendering.name(naming.table(Layer.BRONZE, spec.table())));
        String batches = rendering.text(rendering.name(naming.own("batches")));
        String name = "'" + spec.table().replace("'", "''") + "'";
        String sampled = everyNth > 1 ? " and mod(r." + quoted("_row_number") + ", " + everyNth + ") = 0" : "";
        return table + " as r where r." + quoted("_batch_id") + " in (select b." + quoted("batch_id") + " from "
                + batches + " as b where b." + quoted("table_name") + " = " + name + " and b." + quoted("in_force")
                + ")" + sampled;
    }

    private String silver(SilverSpec spec, long everyNth) {
        String table = rendering.text(rendering.name(rendering.naming().table(Layer.SILVER, spec.table())));
        return table + " as r"
                + (everyNth > 1 ? " where mod(r." + quoted("_row_number") + ", " + everyNth + ") = 0" : "");
    }

    private String quoted(String name) {
        return rendering.text(rendering.columnName(name));
    }
}
