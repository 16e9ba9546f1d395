package io.medallion.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Real parts of a driver behind something that looks at what they are asked. */
final class Wrapped {

    private Wrapped() {}

    /** What is done to each connection before it is handed out. */
    @FunctionalInterface
    interface Connections {
        Connection wrap(Connection real) throws SQLException;
    }

    /** A data source whose connections are wrapped; everything else is answered by the real one. */
    static DataSource dataSource(DataSource real, Connections connections) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(real, method, arguments);
            return method.getName().equals("getConnection") ? connections.wrap((Connection) result) : result;
        });
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Asks the real part; what it throws is thrown here. */
    static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
