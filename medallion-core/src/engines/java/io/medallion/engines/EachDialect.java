package io.medallion.engines;

import io.medallion.sql.Dialect;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The databases that tests run on here, see {@link Engines#dialects()}, one argument each. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(EachDialectSource.class)
public @interface EachDialect {

    /** Those to leave out. */
    Dialect[] but() default {};
}
