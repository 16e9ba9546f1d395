package io.medallion.jdbc.source;

import io.medallion.expression.NearestName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table or query of a database, its columns known. */
final class JdbcPart implements SourcePart {

    private final Jdbc source;
    private final String sourceId;
    private final List<SourceColumn> columns;
    private final ColumnText[] texts;
    private final String everything;
    private final @Nullable JdbcWatermark watermark;
    private final @Nullable InnerSelect select;

    private JdbcPart(Jdbc source, JdbcRelation relation, SourceConnection connection, ResultSetMetaData data)
            throws SQLException {
        this.source = source;
        this.sourceId = "jdbc:" + relation.label();
        List<String> labels = new ArrayList<>();
        this.texts = new ColumnText[data.getColumnCount()];
        for (int i = 1; i <= texts.length; i++) {
            labels.add(String.valueOf(data.getColumnLabel(i)));
            texts[i - 1] = ColumnTexts.of(connection.product(), data, i);
        }
        this.columns = ColumnNames.of(labels);
        this.everything = new SourceSql(connection, relation).everything(data);
        Increment increment = source.increment();
        this.watermark = increment == null
                ? null
                : new JdbcWatermark(
                        increment, connection, relation, data, position(labels, increment.column(), relation));
        this.select = InnerSelect.of(source, relation, connection, data, watermark);
    }

    static JdbcPart open(Jdbc source) {
        try (SourceConnection connection = SourceConnection.open(source.dataSource())) {
            return on(source, connection);
        } catch (SQLException e) {
            throw SourceFailure.of(source.relation().label(), "cannot be read", e);
        }
    }

    static JdbcPart over(Jdbc source, Connection held) {
        try (SourceConnection connection = SourceConnection.over(held)) {
            return on(source, connection);
        } catch (SQLException e) {
            throw SourceFailure.of(source.relation().label(), "cannot be read", e);
        }
    }

    private static JdbcPart on(Jdbc source, SourceConnection connection) throws SQLException {
        JdbcRelation wanted = source.relation();
        JdbcRelation relation =
                wanted instanceof JdbcRelation.Table table ? JdbcSchema.found(connection, table) : wanted;
        String plain = new SourceSql(connection, relation).plain();
        try (PreparedStatement statement = connection.connection().prepareStatement(plain)) {
            ResultSetMetaData data = statement.getMetaData();
            if (data != null) {
                return new JdbcPart(source, relation, connection, data);
            }
            statement.setMaxRows(1);
            try (ResultSet rows = statement.executeQuery()) {
                return new JdbcPart(source, relation, connection, rows.getMetaData());
            }
        }
    }

    @Override
    public String sourceId() {
        return sourceId;
    }

    @Override
    public Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    public String fileName() {
        return source.name();
    }

    @Override
    public List<SourceColumn> columns() {
        return columns;
    }

    @Override
    public Optional<CsvFormat> format() {
        return Optional.empty();
    }

    @Override
    public Optional<CsvScan> scan() {
        return Optional.empty();
    }

    @Override
    public Optional<Watermark> watermark() {
        return Optional.ofNullable(watermark);
    }

    @Override
    public Optional<InnerSelect> select() {
        return Optional.ofNullable(select);
    }

    @Override
    public boolean isOrdered() {
        return false;
    }

    @Override
    public void read(RecordSink sink) {
        NumberedRecords records = new NumberedRecords(sink);
        try (SourceConnection connection = SourceConnection.open(source.dataSource())) {
            String sql = watermark == null ? everything : watermark.begin(connection, everything);
            try (PreparedStatement statement = connection.stream(sql)) {
                if (watermark != null) {
                    watermark.bind(statement);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    read(rows, records);
                }
            }
        } catch (SQLException e) {
            String after = records.count() == 0 ? "" : " after " + records.count() + " rows";
            throw SourceFailure.of(source.relation().label(), "cannot be read" + after, e);
        }
    }

    private void read(ResultSet rows, NumberedRecords records) throws SQLException {
        FetchSize size = new FetchSize();
        while (rows.next()) {
            @Nullable String[] values = new String[texts.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = text(rows, i, records);
            }
            size.seen(rows, values);
            records.next(values);
        }
    }

    private @Nullable String text(ResultSet rows, int column, NumberedRecords records) throws SQLException {
        try {
            return texts[column].of(rows, column + 1);
        } catch (RuntimeException e) {
            String type = rows.getMetaData().getColumnTypeName(column + 1);
            throw SourceException.of(
                    source.relation().label() + ": column '"
                            + columns.get(column).name() + "'",
                    "Row " + (records.count() + 1) + " has a value of type " + type
                            + " that its driver cannot hand over ("
                            + e.getClass().getSimpleName() + ").",
                    "Cast the column to text in a query: Jdbc.query(dataSource, name, \"select cast(.. as varchar) ..\").");
        }
    }

    private static int position(List<String> labels, String wanted, JdbcRelation relation) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).equalsIgnoreCase(wanted)) {
                return i + 1;
            }
        }
        throw SourceException.of(
                relation.label(),
                "has no column '" + wanted + "' for a watermark.",
                NearestName.advice(wanted, labels));
    }
}
