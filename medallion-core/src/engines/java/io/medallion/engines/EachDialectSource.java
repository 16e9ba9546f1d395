package io.medallion.engines;

import io.medallion.sql.Dialect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.support.ParameterDeclarations;

final class EachDialectSource extends AnnotationBasedArgumentsProvider<EachDialect> {

    @Override
    protected Stream<? extends Arguments> provideArguments(
            ParameterDeclarations parameters, ExtensionContext context, EachDialect wanted) {
        return Engines.dialects().stream()
                .filter(dialect -> !List.of(wanted.but()).contains(dialect))
                .map(Arguments::of);
    }
}
