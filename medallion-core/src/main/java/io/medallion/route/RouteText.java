package io.medallion.route;

import java.util.Locale;

/** A route in plain sentences. */
final class RouteText {

    private RouteText() {}

    static String of(Route route) {
        StringBuilder text = new StringBuilder("Answered from ")
                .append(route.layer().name().toLowerCase(Locale.ROOT))
                .append('.')
                .append(route.table())
                .append(how(route.how()))
                .append('\n');
        route.alternatives()
                .forEach(table -> text.append("gold.").append(table).append(" could answer too, from more rows.\n"));
        route.refusals().forEach(refusal -> text.append(refusal).append('\n'));
        return text.toString();
    }

    private static String how(Route.How how) {
        return switch (how) {
            case DIRECT -> ": the groups asked for are its rows.";
            case ROLLUP -> ": its groups are added up to those asked for.";
            case DERIVE -> ": its groups are added up, and what is not stored is computed from what is.";
            case ROWS -> ": its rows are aggregated.";
        };
    }
}
