package io.medallion.expression;

/**
 * One method per kind of relation.
 *
 * @param <R> what a visit gives
 */
public interface RelationVisitor<R> {

    R visitTable(Relation.TableRelation table);

    R visitSubquery(Relation.SubqueryRelation subquery);

    R visitUnion(Relation.UnionRelation union);
}
