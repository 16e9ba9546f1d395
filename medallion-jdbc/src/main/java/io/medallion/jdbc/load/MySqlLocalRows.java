package io.medallion.jdbc.load;

import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;

/** MySQL Connector/J, met by the names of its interfaces: its licence keeps it off the list of what this library is compiled with. */
final class MySqlLocalRows implements LocalRows {

    private static final String STATEMENT = "com.mysql.cj.jdbc.JdbcStatement";
    private static final String CONNECTION = "com.mysql.cj.jdbc.JdbcConnection";
    private static final String PROPERTIES = "com.mysql.cj.conf.PropertySet";
    private static final String PROPERTY = "com.mysql.cj.conf.RuntimeProperty";

    @Override
    public void give(Statement statement, InputStream rows) throws SQLException {
        Class<?> type = type(statement, STATEMENT);
        call(type, "setLocalInfileInputStream", InputStream.class, statement.unwrap(type), rows);
    }

    @Override
    public boolean isAllowed(Connection connection) throws SQLException {
        Class<?> type = type(connection, CONNECTION);
        if (!connection.isWrapperFor(type)) {
            return false;
        }
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

    /** The driver of a host may be of another class loader than this library; a pool wraps what it gave. */
    private static Class<?> type(Wrapper wrapper, String name) throws SQLException {
        Connection connection =
                wrapper instanceof Statement statement ? statement.getConnection() : (Connection) wrapper;
        ClassLoader loader = connection.getMetaData().getClass().getClassLoader();
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw unknown(e);
        }
    }

    private static SQLException unknown(ReflectiveOperationException e) {
        return new SQLException("MySQL Connector/J is not as expected: " + e, e);
    }
}
