package io.medallion.jdbc;

import io.medallion.Layer;
import io.medallion.jdbc.build.BuildCounts;
import java.util.List;
import java.util.Locale;

/** A build in words. */
final class BuildText {

    private BuildText() {}

    static String of(Build build) {
        StringBuilder text = new StringBuilder(build.layer().name().toLowerCase(Locale.ROOT))
                .append('.')
                .append(build.table())
                .append(' ')
                .append(headline(build))
                .append('\n');
        build.error().ifPresent(error -> text.append("  ").append(error).append('\n'));
        for (Build.Reason reason : build.reasons()) {
            text.append(String.format(
                    Locale.ROOT, "%,10d  %-8s  %s\n", reason.rows(), verb(reason.action()), reason.rule()));
        }
        return text.toString();
    }

    static String balance(Layer layer, Build.Rows rows) {
        return layer == Layer.SILVER
                ? String.format(
                        Locale.ROOT,
                        "%,d rows in = %,d out + %,d rejected + %,d duplicates",
                        rows.read(),
                        rows.written(),
                        rows.rejected(),
                        rows.duplicates())
                : String.format(Locale.ROOT, "%,d rows from %,d", rows.written(), rows.read());
    }

    private static String headline(Build build) {
        return switch (build.status()) {
            case RUNNING -> "is being built, or was killed while it was";
            case PUBLISHED ->
                String.format(
                        Locale.ROOT,
                        "version %d: %s (%.1f s)",
                        build.version(),
                        balance(build.layer(), build.rows()),
                        build.duration().toMillis() / 1000.0);
            case FAILED ->
                "failed"
                        + (build.version() == 0 ? "; nothing is published" : "; version " + build.version() + " stays");
        };
    }

    /** What refused most rows of a build that failed, as a sentence to append; empty when nothing was refused. */
    static String mostRejected(BuildCounts counts) {
        List<String> most = counts.reasons().stream()
                .filter(reason -> reason.action().equals("reject"))
                .limit(3)
                .map(reason -> String.format(Locale.ROOT, "'%s' %,d", reason.rule(), reason.rows()))
                .toList();
        return most.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " Of %,d rows %,d were rejected, most by %s.",
                        counts.read(),
                        counts.rejected(),
                        String.join(", ", most));
    }

    private static String verb(String action) {
        return switch (action) {
            case "reject" -> "rejected";
            case "warn" -> "warned";
            default -> action;
        };
    }
}
