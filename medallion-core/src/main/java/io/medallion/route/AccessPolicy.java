package io.medallion.route;

import io.medallion.CallContext;

/**
 * What a caller may see of a Silver table, decided by the host for every call. Honoured by the router on every layer.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface AccessPolicy {

    /** What the caller may see of this Silver table. */
    TableAccess access(String table, CallContext context);

    /** Everybody sees everything. The default. */
    static AccessPolicy everything() {
        return (table, context) -> TableAccess.ALL;
    }
}
