package io.medallion.spec;

/** One method for each kind of {@link CheckRule}. */
public interface CheckRuleVisitor<R> {
    R notNull(CheckRule.NotNull rule);

    R unique(CheckRule.Unique rule);

    R range(CheckRule.Range rule);

    R length(CheckRule.Length rule);

    R like(CheckRule.Like rule);

    R matches(CheckRule.Matches rule);

    R allowedValues(CheckRule.AllowedValues rule);

    R references(CheckRule.References rule);

    R holds(CheckRule.Holds rule);
}
