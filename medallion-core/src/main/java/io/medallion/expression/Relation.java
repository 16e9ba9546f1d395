package io.medallion.expression;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.medallion.Layer;
import io.medallion.Problem;
import java.util.List;

/** What a query reads from, under an alias. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Relation.TableRelation.class, name = "table"),
    @JsonSubTypes.Type(value = Relation.SubqueryRelation.class, name = "subquery"),
    @JsonSubTypes.Type(value = Relation.UnionRelation.class, name = "union")
})
public sealed interface Relation {

    /** The name under which the query knows this relation, unique in the query. */
    String alias();

    /** Calls the method of {@code visitor} that belongs to this kind of relation. */
    <R> R accept(RelationVisitor<R> visitor);

    /** A table of {@code layer}, under its own name. */
    static TableRelation table(Layer layer, String table) {
        return new TableRelation(layer, table, table);
    }

    /**
     * A table of a layer by its logical name; naming decides the physical one.
     *
     * @param layer the layer
     * @param table the logical name of the table
     * @param alias its name in the query
     */
    record TableRelation(Layer layer, String table, String alias) implements Relation {
        public TableRelation {
            Names.check("table name", table);
            Names.check("alias", alias);
        }

        @Override
        public <R> R accept(RelationVisitor<R> visitor) {
            return visitor.visitTable(this);
        }
    }

    /**
     * The rows of a query.
     *
     * @param query the query
     * @param alias its name in the outer query
     */
    record SubqueryRelation(Query query, String alias) implements Relation {
        public SubqueryRelation {
            Names.check("alias", alias);
        }

        @Override
        public <R> R accept(RelationVisitor<R> visitor) {
            return visitor.visitSubquery(this);
        }
    }

    /**
     * The rows of several queries one after the other, equal rows kept ({@code UNION ALL}); the columns are named as in the
     * first and matched by place.
     *
     * @param queries two or more queries with equally many columns
     * @param alias their name in the outer query
     */
    record UnionRelation(List<Query> queries, String alias) implements Relation {
        public UnionRelation {
            queries = List.copyOf(queries);
            Names.check("alias", alias);
            if (queries.size() < 2
                    || queries.stream().map(q -> q.select().size()).distinct().count() > 1) {
                throw new ExpressionException(
                        Problem.at("union '" + alias + "'", "needs two or more queries with equally many columns."));
            }
        }

        @Override
        public <R> R accept(RelationVisitor<R> visitor) {
            return visitor.visitUnion(this);
        }
    }
}
