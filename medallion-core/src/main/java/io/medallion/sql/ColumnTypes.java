package io.medallion.sql;

import io.medallion.ColumnType;
import java.util.Set;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What the portable types are called in each database: as columns, and as targets of a cast. */
final class ColumnTypes {

    private static final Set<String> BATCH_IDS = Set.of("_batch_id", "winner_batch_id", "witness_batch_id");

    private ColumnTypes() {}

    /** The collation that compares text by code point and counts spaces at its end. */
    static String collation(Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> "binary";
            case POSTGRES -> "C";
            case MARIADB -> "utf8mb4_nopad_bin";
            case MYSQL -> "utf8mb4_0900_bin";
        };
    }

    /** Text of MariaDB and MySQL that can be indexed and joined on in memory. */
    static SQL shortText(Dialect dialect) {
        return DSL.sql("varchar(190) character set utf8mb4 collate " + collation(dialect));
    }

    /** The type of a column, as in {@code create table}. */
    static SQL column(ColumnType type, Dialect dialect) {
        return DSL.sql(
                switch (dialect) {
                    case DUCKDB -> duckdb(type);
                    case POSTGRES -> postgres(type);
                    case MARIADB, MYSQL -> mariadb(type, dialect);
                });
    }

    /** The type of a column of this name: parts of addresses are joined on, which MariaDB does fast only where they are short. */
    static SQL column(String name, ColumnType type, Dialect dialect) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> column(type, dialect);
            case MARIADB, MYSQL -> BATCH_IDS.contains(name) ? shortText(dialect) : column(type, dialect);
        };
    }

    /** {@code cast(value as type)}, as the database itself does it: for values that are known to convert. */
    static Field<?> cast(Field<?> value, ColumnType type, Dialect dialect) {
        SQL target =
                switch (dialect) {
                    case DUCKDB -> column(type, dialect);
                    case POSTGRES -> DSL.sql(postgresCast(type));
                    case MARIADB, MYSQL -> DSL.sql(mariadbCast(type));
                };
        boolean text = type.kind() == ColumnType.Kind.TEXT || type.kind() == ColumnType.Kind.JSON;
        return DSL.field(text ? text(dialect) : "cast({0} as {1})", dataType(type), value, target);
    }

    /** Text made from something else has no collation of ours yet. */
    private static String text(Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> "cast({0} as {1})";
            case POSTGRES -> "(cast({0} as {1}) collate \"C\")";
            case MARIADB, MYSQL -> "(cast({0} as {1}) collate " + collation(dialect) + ")";
        };
    }

    /** The Java side of the type. */
    static DataType<?> dataType(ColumnType type) {
        return switch (type.kind()) {
            case TEXT, JSON -> SQLDataType.CLOB;
            case INTEGER -> SQLDataType.INTEGER;
            case BIGINT -> SQLDataType.BIGINT;
            case DECIMAL -> SQLDataType.DECIMAL(type.precision(), type.scale());
            case DOUBLE -> SQLDataType.DOUBLE;
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case DATE -> SQLDataType.LOCALDATE;
            case TIME -> SQLDataType.LOCALTIME;
            case TIMESTAMP -> SQLDataType.LOCALDATETIME;
            case TIMESTAMPTZ -> SQLDataType.INSTANT;
        };
    }

    private static String duckdb(ColumnType type) {
        return switch (type.kind()) {
            case TEXT, JSON -> "varchar";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case DECIMAL -> decimal(type);
            case DOUBLE -> "double";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMPTZ -> "timestamptz";
        };
    }

    /** Text compares by code point everywhere; PostgreSQL would follow the language of the database. */
    private static String postgres(ColumnType type) {
        return switch (type.kind()) {
            case TEXT, JSON -> "text collate \"C\"";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case DECIMAL -> decimal(type);
            case DOUBLE -> "double precision";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMPTZ -> "timestamptz";
        };
    }

    private static String postgresCast(ColumnType type) {
        return switch (type.kind()) {
            case TEXT, JSON -> "text";
            case INTEGER, BIGINT, DECIMAL, DOUBLE, BOOLEAN, DATE, TIME, TIMESTAMP, TIMESTAMPTZ -> postgres(type);
        };
    }

    /** MariaDB has no instants: they are kept as UTC. Its default collation makes 'A' equal to 'a' and to 'a '. */
    private static String mariadb(ColumnType type, Dialect dialect) {
        return switch (type.kind()) {
            case TEXT, JSON -> "longtext character set utf8mb4 collate " + collation(dialect);
            case INTEGER -> "int";
            case BIGINT -> "bigint";
            case DECIMAL -> decimal(type);
            case DOUBLE -> "double";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIME -> "time(6)";
            case TIMESTAMP, TIMESTAMPTZ -> "datetime(6)";
        };
    }

    private static String mariadbCast(ColumnType type) {
        return switch (type.kind()) {
            case TEXT, JSON -> "char character set utf8mb4";
            case INTEGER, BIGINT -> "signed";
            case DECIMAL -> decimal(type);
            case DOUBLE -> "double";
            case BOOLEAN -> "unsigned";
            case DATE -> "date";
            case TIME -> "time(6)";
            case TIMESTAMP, TIMESTAMPTZ -> "datetime(6)";
        };
    }

    private static String decimal(ColumnType type) {
        return "decimal(" + type.precision() + ", " + type.scale() + ")";
    }
}
