package io.medallion.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A pool of one connection, which is given out as it was given back; asking for a second one is an error. */
public final class OneConnection {

    private OneConnection() {}

    public static DataSource over(Connection connection) {
        AtomicBoolean out = new AtomicBoolean();
        return (DataSource) Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (!out.compareAndSet(false, true)) {
                        throw new IllegalStateException("a second connection at the same time");
                    }
                    return lent(connection, out);
                });
    }

    private static Connection lent(Connection real, AtomicBoolean out) {
        return (Connection) Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        out.set(false);
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
