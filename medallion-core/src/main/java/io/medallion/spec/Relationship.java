package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Many rows of one table refer to at most one row of another.
 *
 * @param from the referring columns, all of one table
 * @param to the columns referred to, as many, all of one table; they identify its rows
 */
public record Relationship(
        @JsonProperty(required = true) List<ColumnRef> from, @JsonProperty(required = true) List<ColumnRef> to) {

    public Relationship {
        from = List.copyOf(from);
        to = List.copyOf(to);
        if (from.isEmpty() || from.size() != to.size()) {
            throw wrong(from, to, "does not pair its columns.");
        }
        if (Stream.concat(from.stream(), to.stream()).anyMatch(c -> c.table() == null)
                || from.stream().map(ColumnRef::table).distinct().count() > 1
                || to.stream().map(ColumnRef::table).distinct().count() > 1) {
            throw wrong(from, to, "does not name one table on each side.");
        }
    }

    /** {@code manyToOne("orders.customer_id", "customers.id")}. */
    public static Relationship manyToOne(String from, String to) {
        return new Relationship(List.of(column(from)), List.of(column(to)));
    }

    /** The table whose rows refer. */
    @JsonIgnore
    public String fromTable() {
        return Objects.requireNonNull(from.get(0).table());
    }

    /** The table whose rows are referred to. */
    @JsonIgnore
    public String toTable() {
        return Objects.requireNonNull(to.get(0).table());
    }

    private static ColumnRef column(String text) {
        if (Expression.parse(text) instanceof ColumnRef column) {
            return column;
        }
        throw new MedallionException(
                Problem.at("relationship: " + text, "is not a column.").advise("Write it as table.column."));
    }

    private static MedallionException wrong(List<ColumnRef> from, List<ColumnRef> to, String message) {
        return new MedallionException(Problem.at("relationship " + from + " to " + to, message)
                .advise("Write it as manyToOne(\"orders.customer_id\", \"customers.id\")."));
    }
}
