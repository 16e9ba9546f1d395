package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.plan.ProbeQuestion.KeyAnswer;
import io.medallion.plan.ProbeQuestion.RowsAnswer;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.HeaderWords;
import io.medallion.profile.TableProfile;
import io.medallion.spec.Deduplication;
import io.medallion.spec.Role;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SnakeCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What identifies a row, and which rows are duplicates. */
final class KeyRules {

    /** An identifier with at most this share of repeated values is one with duplicates, not a reference. */
    private static final double NEARLY_UNIQUE = 0.98;

    /** A name that says so makes a key even where some values cannot be read, for those rows are rejected anyway. */
    private static final double BY_NAME = 0.75;

    private static final int MOST_PAIRED = 5;

    /** Comparing rows in more columns than this costs more than it tells. */
    private static final int MOST_COMPARED = 60;

    private final PlanRequest request;
    private final TableProfile profile;
    private final List<Suggestion<SilverColumn>> columns;
    private @Nullable Suggestion<List<String>> key;
    private @Nullable Suggestion<Deduplication> deduplication;

    KeyRules(PlanRequest request, TableProfile profile, List<Suggestion<SilverColumn>> columns) {
        this.request = request;
        this.profile = profile;
        this.columns = columns;
        if (profile.rows() > 0) {
            single();
            if (key == null) {
                duplicated();
            }
            if (key == null && deduplication == null) {
                composite();
            }
            if (key == null && deduplication == null) {
                copies();
            }
        }
    }

    Optional<Suggestion<List<String>>> key() {
        return Optional.ofNullable(key);
    }

    Optional<Suggestion<Deduplication>> deduplication() {
        return Optional.ofNullable(deduplication);
    }

    private void single() {
        columns.stream()
                .filter(c -> profileOf(c).unique())
                .filter(c -> fullyRead(c) ? strength(c) > 0 : strength(c) >= BY_NAME)
                .max(Comparator.comparingDouble(this::strength))
                .ifPresent(best -> key = suggestion(
                        List.of(best.value().name()),
                        strength(best),
                        "Every row has a value of its own in '" + best.value().name() + "'."
                                + (fullyRead(best) ? "" : " What cannot be read is rejected with or without a key.")));
    }

    /** How much a unique column looks like a key: by its name first, then by its place and type. */
    private double strength(Suggestion<SilverColumn> column) {
        ColumnProfile of = profileOf(column);
        HeaderWords header = new HeaderWords(of.name());
        ColumnType type = column.value().type();
        int place = profile.columns().indexOf(of);
        boolean few = profile.rows() < 10;
        double strength;
        if (named(header)) {
            strength = 0.95;
        } else if (Roles.identifies(header)) {
            strength = 0.85;
        } else if (header.has(
                "code", "number", "no", "nr", "num", "key", "identifier", "ticket", "invoice", "serial", "isbn")) {
            strength = 0.75;
        } else if (place == 0 && keyType(type) && of.counts().longest() <= 64) {
            strength = 0.6;
        } else {
            return 0;
        }
        return (few ? strength - 0.1 : strength) - place * 0.001;
    }

    /** Whether the header names the identifier of this very table: {@code id}, {@code order_id} in {@code orders}. */
    private boolean named(HeaderWords header) {
        String table = SnakeCase.of(profile.table());
        String bare = header.joined().replaceAll("_?(id|key|uuid|guid|pk)$", "");
        boolean identifies = Roles.identifies(header) || header.joined().endsWith("id");
        return identifies
                && (bare.isEmpty()
                        || table.equals(bare)
                        || table.equals(bare + "s")
                        || table.endsWith("_" + bare)
                        || table.endsWith("_" + bare + "s")
                        || table.endsWith(bare)
                        || table.endsWith(bare + "s"));
    }

    private static boolean keyType(ColumnType type) {
        return switch (type.kind()) {
            case INTEGER, BIGINT, TEXT -> true;
            case DECIMAL, DOUBLE, BOOLEAN, DATE, TIME, TIMESTAMP, TIMESTAMPTZ, JSON -> false;
        };
    }

    /** An identifier that is nearly unique: its repeated rows are duplicates when something orders or equals them. */
    private void duplicated() {
        Optional<Suggestion<SilverColumn>> nearly = columns.stream()
                .filter(this::fullyRead)
                .filter(c -> named(new HeaderWords(profileOf(c).name())))
                .filter(c -> profileOf(c).nulls() == 0 && profileOf(c).distinct() >= profile.rows() * NEARLY_UNIQUE)
                .findFirst();
        if (nearly.isEmpty()) {
            return;
        }
        String name = nearly.get().value().name();
        long surplus = profile.rows() - profileOf(nearly.get()).distinct();
        key = suggestion(List.of(name), 0.7, "'" + name + "' identifies all but " + Words.rows(surplus) + ".");
        Optional<String> order = ordering();
        long copies = copiesCounted();
        if (order.isPresent()) {
            deduplication = suggestion(
                    Deduplication.latestPer(name).by(order.get()),
                    0.75,
                    Words.rows(surplus) + " repeat a known '" + name + "'; the latest by '" + order.get()
                            + "' stays; of equally late ones the one loaded last, by batch and row number, on every"
                            + " database.");
        } else if (copies == surplus) {
            deduplication = suggestion(
                    Deduplication.firstPer(name),
                    0.9,
                    Words.rows(surplus)
                            + " are equal to another in every column; the one loaded first stays, by batch and row"
                            + " number.");
        }
    }

    /** The column that says which of two rows is newer. */
    private Optional<String> ordering() {
        return columns.stream()
                .filter(c -> c.value().type().isTemporal() && fullyRead(c))
                .filter(c -> new HeaderWords(profileOf(c).name())
                        .has("updated", "modified", "changed", "loaded", "version", "timestamp"))
                .map(c -> c.value().name())
                .findFirst();
    }

    /** Pairs of references that identify a row together, as in tables that join two others. */
    private void composite() {
        List<SilverColumn> candidates = columns.stream()
                .filter(this::fullyRead)
                .filter(c -> profileOf(c).nulls() == 0 && profileOf(c).blanks() == 0)
                .filter(c -> c.value().annotations().role() == Role.FOREIGN_KEY
                        || c.value().type().kind() == ColumnType.Kind.DATE)
                .map(Suggestion::value)
                .limit(MOST_PAIRED)
                .toList();
        List<ProbeQuestion.Key> pairs = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            for (int j = i + 1; j < candidates.size(); j++) {
                pairs.add(new ProbeQuestion.Key(List.of(candidates.get(i), candidates.get(j))));
            }
        }
        if (pairs.isEmpty()) {
            return;
        }
        ProbeAnswers answers = request.probe().ask(pairs);
        pairs.stream()
                .filter(p -> answers.to(p).filter(KeyRules::holds).isPresent())
                .findFirst()
                .ifPresent(p -> {
                    List<String> names =
                            p.columns().stream().map(SilverColumn::name).toList();
                    key = suggestion(names, 0.8, "No two rows have the same " + String.join(" and ", names) + ".");
                });
    }

    private static boolean holds(KeyAnswer answer) {
        return answer.rows() > 1 && answer.incomplete() == 0 && answer.surplus() == 0;
    }

    /** Rows that are equal in every column, where no column tells rows apart. */
    private void copies() {
        long copies = copiesCounted();
        if (copies <= 0) {
            return;
        }
        List<SilverColumn> complete = columns.stream()
                .filter(this::fullyRead)
                .filter(c -> profileOf(c).nulls() == 0
                        && c.value().nullWords().isEmpty()
                        && profileOf(c).blanks() == 0)
                .map(Suggestion::value)
                .toList();
        if (complete.isEmpty() || complete.size() > MOST_COMPARED) {
            return;
        }
        ProbeQuestion.Key question = new ProbeQuestion.Key(complete);
        request.probe()
                .ask(List.of(question))
                .to(question)
                .filter(a -> a.surplus() == copies)
                .ifPresent(a -> deduplication = suggestion(
                                Deduplication.firstPer(complete.stream()
                                        .map(SilverColumn::name)
                                        .toArray(String[]::new)),
                                0.5,
                                Words.rows(copies)
                                        + " are equal to another in every column. Whether that is one fact told twice or"
                                        + " two equal facts, the data cannot say: they stay unless you accept this.")
                        .rejected());
    }

    private long copiesCounted() {
        ProbeQuestion.Copies question = new ProbeQuestion.Copies();
        return request.probe()
                .ask(Set.of(question))
                .to(question)
                .map(RowsAnswer::failed)
                .orElse(-1L);
    }

    private boolean fullyRead(Suggestion<SilverColumn> column) {
        return TypeChoice.of(profileOf(column)).map(r -> r.refused() == 0).orElse(true);
    }

    private ColumnProfile profileOf(Suggestion<SilverColumn> column) {
        return profile.column(column.value().source());
    }

    private static <T> Suggestion<T> suggestion(T value, double confidence, String reason) {
        return Suggestion.of(value, confidence, reason).from(Suggestion.RULES);
    }
}
