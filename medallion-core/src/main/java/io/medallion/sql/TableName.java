package io.medallion.sql;

import io.medallion.MedallionException;
import io.medallion.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The physical name of a table, neither quoted nor escaped.
 *
 * @param schema the schema (the database on MariaDB and MySQL); null for the one the connection is in
 * @param name the name of the table, never blank
 */
public record TableName(@Nullable String schema, String name) {

    public TableName {
        if (schema != null) {
            check("schema", schema);
        }
        check("table", name);
    }

    /** A table of the schema the connection is in. */
    public static TableName of(String name) {
        return new TableName(null, name);
    }

    static void check(String what, String name) {
        if (name.isBlank() || name.indexOf('\0') >= 0) {
            throw new MedallionException(Problem.at(
                            what + " name '" + name + "'",
                            "is blank or holds a NUL character, which no database keeps.")
                    .advise("Give it another name."));
        }
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
