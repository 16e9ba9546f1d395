package io.medallion.sql;

import io.medallion.sql.SqlScript.Step;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jooq.impl.DSL;

/** Statements that make the schemas of tables, as far as they are not there. */
final class Schemas {

    private final Rendering rendering;

    Schemas(Rendering rendering) {
        this.rendering = rendering;
    }

    /** One statement for each schema the tables name. */
    List<SqlStatement> of(Collection<TableName> tables) {
        return tables.stream()
                .map(TableName::schema)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(schema -> new SqlStatement(
                        Step.CREATE, "create schema " + schema, keyword() + rendering.text(DSL.name(schema))))
                .toList();
    }

    private String keyword() {
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES -> "create schema if not exists ";
            case MARIADB, MYSQL -> "create database if not exists ";
        };
    }
}
