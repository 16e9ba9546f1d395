package io.medallion.sql;

import static io.medallion.sql.SqlScript.Step.AUDIT;
import static io.medallion.sql.SqlScript.Step.CLEAN;
import static io.medallion.sql.SqlScript.Step.PUBLISH;
import static io.medallion.sql.SqlScript.Step.STAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

    private static final SqlScript BUILD = SqlScript.of(List.of(
            new SqlStatement(STAGE, "stage", "create table n as select 1"),
            new SqlStatement(AUDIT, "audit\n-- it", "select 1"),
            new SqlStatement(PUBLISH, "swap", "alter table n rename to t"),
            new SqlStatement(CLEAN, "clean", "drop table s")));

    @Test
    void prints_audit_and_publishing_as_one_transaction() {
        assertThat(BUILD.text())
                .isEqualTo(
                        """
                        -- stage
                        create table n as select 1;

                        begin;

                        -- audit -- it
                        select 1;

                        -- swap
                        alter table n rename to t;

                        commit;

                        -- clean
                        drop table s;
                        """);
    }

    @Test
    void takes_steps_out_in_order() {
        assertThat(BUILD.only(PUBLISH, STAGE).statements())
                .extracting(SqlStatement::step)
                .containsExactly(STAGE, PUBLISH);
        assertThat(BUILD.only(AUDIT).text()).isEqualTo("-- audit -- it\nselect 1;\n");
        assertThat(BUILD.only(STAGE, PUBLISH).text()).endsWith("commit;\n");
        assertThat(BUILD.only().statements()).isEmpty();
    }

    @Test
    void joins_scripts() {
        assertThat(BUILD.only(STAGE).and(BUILD.only(CLEAN))).isEqualTo(BUILD.only(CLEAN, STAGE));
    }

    @Test
    void prints_compound_statements_with_a_delimiter_of_their_own() {
        SqlScript script =
                SqlScript.of(List.of(new SqlStatement(AUDIT, "audit", "begin not atomic\n  signal x;\nend")));
        assertThat(script.text())
                .isEqualTo("-- audit\ndelimiter //\nbegin not atomic\n  signal x;\nend//\ndelimiter ;\n");
    }
}
