package io.medallion.examples;

import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.Pipeline;
import io.medallion.jdbc.PipelineBusyException;
import io.medallion.jdbc.source.Jdbc;
import io.medallion.sql.Naming;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Each tenant of a product has a schema with its tables, and gets a schema with ours; one pool serves them all. */
final class ManyTenants {

    /** Where the product shows what happens. */
    interface Websockets {
        void send(String tenant, String json);
    }

    private final Medallion medallion;
    private final DataSource crm;

    ManyTenants(DataSource pool, DataSource crm, Websockets sockets) {
        this.medallion = Medallion.builder()
                .listener(event -> sockets.send(event.where().schema(), event.toJson()))
                .waitWhenBusy(Duration.ZERO)
                .on(pool); // asks for product and version once, owns no pool
        this.crm = crm;
    }

    /** All tables of a tenant but those of its audit; a handle, nothing is read yet. */
    Pipeline orders(String tenant) {
        return medallion
                .in(Naming.inSchema("tenant_" + tenant))
                .pipeline("orders", Jdbc.tables(crm, tenant, "audit_%"));
    }

    void schedule(ScheduledExecutorService host, List<String> tenants) {
        for (String tenant : tenants) {
            Pipeline orders = orders(tenant);
            host.scheduleWithFixedDelay(() -> refresh(orders), 0, 15, TimeUnit.MINUTES);
        }
    }

    static void refresh(Pipeline orders) {
        try {
            orders.refresh();
        } catch (PipelineBusyException elsewhere) {
            // another node has it
        } catch (RuntimeException e) {
            e.printStackTrace(); // else the executor silently stops the task
        }
    }
}
