package io.medallion.sql;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderKeywordCase;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;

/** One database, its version and its naming: what turns trees into text. Immutable. */
final class Rendering {

    static {
        // jOOQ greets on the log of whoever uses it; the host did not ask for that
        for (String greeting : new String[] {"org.jooq.no-logo", "org.jooq.no-tips"}) {
            if (System.getProperty(greeting) == null) {
                System.setProperty(greeting, "true");
            }
        }
    }

    private final Dialect dialect;
    private final int version;
    private final Naming naming;
    private final DSLContext dsl;

    Rendering(Dialect dialect, int version, Naming naming) {
        this.dialect = dialect;
        this.version = version;
        this.naming = naming.on(dialect);
        this.dsl = DSL.using(family(dialect), settings());
    }

    private static SQLDialect family(Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> SQLDialect.DUCKDB;
            case POSTGRES -> SQLDialect.POSTGRES;
            case MARIADB -> SQLDialect.MARIADB;
            case MYSQL -> SQLDialect.MYSQL;
        };
    }

    private static Settings settings() {
        return new Settings()
                .withStatementType(StatementType.STATIC_STATEMENT)
                .withParamType(ParamType.INLINED)
                .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                .withRenderNameCase(RenderNameCase.AS_IS)
                .withRenderKeywordCase(RenderKeywordCase.LOWER)
                .withRenderFormatted(true);
    }

    Dialect dialect() {
        return dialect;
    }

    int version() {
        return version;
    }

    Naming naming() {
        return naming;
    }

    DSLContext dsl() {
        return dsl;
    }

    /** The text of a statement or a part of one, values inlined. */
    String text(QueryPart part) {
        return dsl.renderInlined(part);
    }

    SqlStatement statement(SqlScript.Step step, String label, QueryPart part) {
        return new SqlStatement(step, label, text(part));
    }

    Name name(TableName table) {
        return table.schema() == null ? DSL.name(table.name()) : DSL.name(table.schema(), table.name());
    }

    Table<?> table(TableName table) {
        return DSL.table(name(table));
    }

    /** The physical name of a column. */
    String column(String logical) {
        return PhysicalName.ofColumn(dialect, logical);
    }

    Name columnName(String logical) {
        return DSL.name(column(logical));
    }

    /** A column of the only table in reach. */
    Field<Object> field(String logical) {
        return DSL.field(columnName(logical));
    }

    /** A column of the table with this alias. */
    Field<Object> field(String alias, String logical) {
        return DSL.field(DSL.name(alias, column(logical)));
    }
}
