package io.medallion.jdbc;

import io.medallion.sql.Dialect;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A test class that runs on DuckDB and PostgreSQL; its constructor takes the {@link Dialect}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@EnumSource(
        value = Dialect.class,
        names = {"DUCKDB", "POSTGRES"})
public @interface OnDuckDbAndPostgres {}
