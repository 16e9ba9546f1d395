package io.medallion.jdbc;

import io.medallion.engines.EachDialect;
import io.medallion.sql.Dialect;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;

/** A test class that runs on every database; its constructor takes the {@link Dialect}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@EachDialect
public @interface OnEveryEngine {}
