package io.medallion.jdbc.load;

import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** MySQL Connector/J, met by the names of its interfaces: its licence keeps it off the list of what this library is compiled with. */
final class MySqlLocalRows implements LocalRows {

    private static final String STATEMENT = "com.mysql.cj.jdbc.JdbcStatement";
    private static final String CONNECTION = "com.mysql.cj.jdbc.JdbcConnection";
    private static final String PROPERTIES = "com.mysql.cj.conf.PropertySet";
    private static final String PROPERTY = "com.mysql.cj.conf.RuntimeProperty";

    @Override
    public void give(Statement statement, InputStream rows) throws SQLException {
        Class<?> type = type(statement.getConnection(), STATEMENT);
        call(type, "setLocalInfileInputStream", InputStream.class, statement.unwrap(type), rows);
    }

    @Override
    public boolean isAllowed(Connection connection) throws SQLException {
        Optional<Class<?>> type = find(connection, CONNECTION);
        return type.isPresent() && connection.isWrapperFor(type.get()) && isAllowed(connection, type.get());
    }

    private static boolean isAllowed(Connection connection, Class<?> type) throws SQLException {
        try {
            Object properties = type.getMethod("getPropertySet").invoke(connection.unwrap(type));
            Object property = call(
                    type(connection, PROPERTIES),
                    "getBooleanProperty",
                    String.class,
                    properties,
                    "allowLoadLocalInfile");
            return Boolean.TRUE.equals(
                    type(connection, PROPERTY).getMethod("getValue").invoke(property));
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    private static Object call(Class<?> type, String method, Class<?> parameter, Object on, Object value)
            throws SQLException {
        try {
            return type.getMethod(method, parameter).invoke(on, value);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException said ? said : unknown(e);
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    private static Class<?> type(Connection connection, String name) throws SQLException {
        return find(connection, name).orElseThrow(() -> unknown(new ClassNotFoundException(name)));
    }

    /** The driver of a host may be of another class loader than this library, and a pool wraps what it gives: one or the other. */
    private static Optional<Class<?>> find(Connection connection, String name) throws SQLException {
        Connection unwrapped =
                connection.isWrapperFor(Connection.class) ? connection.unwrap(Connection.class) : connection;
        for (Object given : List.of(unwrapped, connection.getMetaData())) {
            try {
                return Optional.of(Class.forName(name, false, given.getClass().getClassLoader()));
            } catch (ClassNotFoundException e) {
                // the rows are written without the driver's help
            }
        }
        return Optional.empty();
    }

    private static SQLException unknown(ReflectiveOperationException e) {
        return new SQLException("MySQL Connector/J is not as expected: " + e, e);
    }
}
