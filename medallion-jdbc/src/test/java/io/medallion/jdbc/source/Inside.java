package io.medallion.jdbc.source;

import io.medallion.jdbc.store.Database;
import io.medallion.sql.Naming;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a database itself selects as the texts of a query, over a connection as loads use it. */
final class Inside {

    private Inside() {}

    /** The rows, empty when the database cannot write a column. */
    static Optional<List<List<@Nullable String>>> rows(SourceDatabase source, String sql) {
        return rows(Jdbc.query(source.pool, "q", sql));
    }

    static Optional<List<List<@Nullable String>>> rows(Jdbc source) {
        SourcePart part = source.parts().get(0);
        Database database = Database.on(source.dataSource(), Naming.schemaPerLayer(), Clock.systemUTC(), () -> "id");
        return part.select()
                .map(select -> database.read(session -> session.asHost(
                        host -> host.query(select.begin(host.connection()).sql(), row -> {
                            List<@Nullable String> values = new ArrayList<>();
                            for (int i = 1; i <= part.columns().size(); i++) {
                                values.add(row.getString(i));
                            }
                            return values;
                        }))));
    }
}
