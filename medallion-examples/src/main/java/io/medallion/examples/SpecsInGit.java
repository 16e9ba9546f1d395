package io.medallion.examples;

import io.medallion.jdbc.*;
import io.medallion.spec.*;
import io.medallion.sql.*;
import io.medallion.sql.Dialect;
import java.nio.file.Path;

/** Specs as files under version control: verified on a pull request, applied on deployment. */
final class SpecsInGit {
    /** On the pull request: no database. */
    static void verify(Path main, Path branch) {
        Changes changes = PipelineSpec.read(branch).changesFrom(PipelineSpec.read(main));
        System.out.println(changes.explain());
        if (changes.kind() == Changes.Kind.DESTRUCTIVE) {
            System.exit(1);
        }
        for (Dialect dialect : Dialect.values()) {
            PipelineSpec.read(branch).silver().forEach(s -> SqlGenerator.forDialect(dialect)
                    .build(s));
        }
    }
    /** On deployment. */
    static void deploy(Medallion medallion, Path directory, String yes) {
        Specs specs = medallion.pipeline("shop").specs();
        Changes changes = specs.changes(PipelineSpec.read(directory));
        System.out.println(changes.explain());
        specs.apply(changes.kind() == Changes.Kind.DESTRUCTIVE ? changes.confirmed(yes) : changes);
    }
}
