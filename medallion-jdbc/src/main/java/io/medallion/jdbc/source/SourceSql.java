package io.medallion.jdbc.source;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statements that read a relation. */
final class SourceSql {

    private static final String QUERY = "medallion_source";

    private final SourceConnection source;
    private final JdbcRelation relation;

    SourceSql(SourceConnection source, JdbcRelation relation) {
        this.source = source;
        this.relation = relation;
    }

    /** Everything as the database has it. */
    String plain() {
        if (relation instanceof JdbcRelation.Table table) {
            return "select * from " + source.quoted(table.schema(), table.table());
        }
        return ((JdbcRelation.Query) relation).sql();
    }

    /** Everything as it can be read without loss. */
    String everything(ResultSetMetaData data) throws SQLException {
        List<String> names = names(data);
        List<String> selected = selected(data, names);
        return selected.equals(names) ? plain() : from(data, String.join(", ", selected));
    }

    /** As {@link #everything}, but only rows that have at least a value, which is to be bound, in a column, or none. */
    String since(ResultSetMetaData data, int column) throws SQLException {
        return from(data, String.join(", ", selected(data, names(data)))) + newer(data, column);
    }

    /** The rows that have at least a value, which is to be bound, in a column, or none. */
    String newer(ResultSetMetaData data, int column) throws SQLException {
        String name = names(data).get(column - 1);
        return " where " + name + " >= ? or " + name + " is null";
    }

    /** The greatest value of a column. */
    String greatest(ResultSetMetaData data, int column) throws SQLException {
        String greatest = "max(" + names(data).get(column - 1) + ")";
        return from(data, ColumnTexts.selected(source.product(), data, column, greatest));
    }

    private List<String> selected(ResultSetMetaData data, List<String> names) throws SQLException {
        List<String> selected = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
            selected.add(ColumnTexts.selected(source.product(), data, i, names.get(i - 1)));
        }
        return selected;
    }

    /** The columns of a query are named by their position: its own names may come twice, or not at all. */
    List<String> names(ResultSetMetaData data) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            names.add(isNumbered() ? "c" + i : source.quoted(data.getColumnLabel(i)));
        }
        return names;
    }

    private boolean isNumbered() {
        return relation instanceof JdbcRelation.Query && source.product() != SourceProduct.OTHER;
    }

    /**
     * A selection from rows that are made once and kept in the order of a query, which MariaDB does for a limit only.
     *
     * @return empty where that cannot be said of a query
     */
    Optional<String> fromMade(ResultSetMetaData data, String selected) throws SQLException {
        if (!(relation instanceof JdbcRelation.Query query)) {
            return Optional.of(from(data, selected));
        }
        String text = query.sql().strip().toLowerCase(Locale.ROOT);
        String limit = "\nlimit " + Long.toUnsignedString(-1);
        if (text.matches("(?s)select\\b.*")) {
            return Optional.of(from(data, "((\n" + query.sql() + "\n)" + limit + ")", selected));
        }
        // within parentheses MariaDB takes no WITH, and without them it forgets the order
        if (text.matches("(?s)with\\b.*") && !text.matches("(?s).*\\border\\b.*") && hasDistinctLabels(data)) {
            String made = "(select * from (\n" + query.sql() + "\n) medallion_query" + limit + ")";
            return Optional.of(from(data, made, selected));
        }
        return Optional.empty();
    }

    private static boolean hasDistinctLabels(ResultSetMetaData data) throws SQLException {
        Set<String> labels = new HashSet<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            labels.add(data.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        return labels.size() == data.getColumnCount();
    }

    /** A selection. */
    String from(ResultSetMetaData data, String selected) throws SQLException {
        if (relation instanceof JdbcRelation.Table table) {
            return "select " + selected + " from " + source.quoted(table.schema(), table.table());
        }
        // a comment at the end of the query must not swallow what follows it
        String query = "(\n" + ((JdbcRelation.Query) relation).sql() + "\n)";
        if (!isNumbered()) {
            return "select " + selected + " from " + query + " " + QUERY;
        }
        return from(data, query, selected);
    }

    private static String from(ResultSetMetaData data, String query, String selected) throws SQLException {
        String numbers = IntStream.rangeClosed(1, data.getColumnCount())
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(", "));
        return "with " + QUERY + " (" + numbers + ") as " + query + " select " + selected + " from " + QUERY;
    }
}
