package io.medallion.sql;

import io.medallion.sql.SqlScript.Step;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.SQL;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * A statement that raises an error with a readable message when something is wrong, and does nothing otherwise: the same in a
 * script and in the runtime.
 */
final class AuditSql {

    /** How a statement that holds statements begins. */
    static final String COMPOUND = "begin not atomic";

    private AuditSql() {}

    /**
     * Raises what the select finds.
     *
     * @param problem rows of one column {@code problem}: a message, or NULL where all is well
     */
    static SqlStatement statement(Rendering rendering, String label, Select<?> problem) {
        return statement(rendering, label, problem, List.of());
    }

    /**
     * The same of one row, which gives further columns of it where all is well, but on MySQL.
     *
     * @param besides columns of the select that are numbers
     */
    static SqlStatement statement(Rendering rendering, String label, Select<?> problem, List<String> besides) {
        if (rendering.dialect() == Dialect.MARIADB && !besides.isEmpty()) {
            return rendering.statement(Step.AUDIT, label, compound(problem, besides));
        }
        String text =
                switch (rendering.dialect()) {
                    case DUCKDB ->
                        """
                        select case when "problem" is not null then error("problem") end as "audit"{1}
                        from (
                        {0}
                        ) as "audited\"""";
                    case POSTGRES ->
                        """
                        select cast(coalesce("problem", '0') as integer) as "audit"{1}
                        from (
                        {0}
                        ) as "audited\"""";
                    case MARIADB ->
                        COMPOUND
                                + """

                                  declare found varchar(500) character set utf8mb4 default (select min(`problem`) from (
                                {0}
                                  ) as `audited`);
                                  if found is not null then
                                    signal sqlstate '45000' set message_text = found;
                                  end if;
                                end""";
                    // outside of procedures nothing can be signalled; this error says what was asked for in full
                    case MYSQL ->
                        """
                        set session default_storage_engine = coalesce((select min(`problem`) from (
                        {0}
                        ) as `audited`), @@session.default_storage_engine)""";
                };
        String further = besides.stream().map(name -> ", \"" + name + "\"").collect(Collectors.joining());
        return rendering.statement(Step.AUDIT, label, DSL.sql(text, problem, DSL.sql(further)));
    }

    private static SQL compound(Select<?> problem, List<String> besides) {
        return DSL.sql(
                COMPOUND
                        + """

                          declare found varchar(500) character set utf8mb4;
                          declare {1} bigint;
                          select `problem`, {2} into found, {1} from (
                        {0}
                          ) as `audited`;
                          if found is not null then
                            signal sqlstate '45000' set message_text = found;
                          end if;
                          select {3};
                        end""",
                problem,
                listed(besides, "found_%s"),
                listed(besides, "`%s`"),
                listed(besides, "found_%1$s as `%1$s`"));
    }

    private static SQL listed(List<String> names, String form) {
        return DSL.sql(names.stream().map(form::formatted).collect(Collectors.joining(", ")));
    }
}
