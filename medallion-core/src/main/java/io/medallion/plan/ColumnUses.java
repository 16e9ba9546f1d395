package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.SemanticType;
import io.medallion.semantic.Additivity;
import io.medallion.semantic.Dimension;
import io.medallion.semantic.SemanticMeasure;
import io.medallion.semantic.SemanticTable;
import io.medallion.spec.Annotations;
import io.medallion.spec.Role;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the columns of one Silver table are good for: the role in the annotations first, then what the semantic model
 * makes of type and name, then the values. Values and names can only take a sum away, never allow one.
 */
final class ColumnUses {

    private static final int MOST_GROUPS = 1_000;
    private static final int LONGEST_WORD = 80;
    private static final int FEW_NUMBERS = 12;
    private static final int ENOUGH_ROWS = 100;
    private static final double ENOUGH_FILLED = 0.05;
    private static final Set<String> NEVER_GROUPED =
            Set.of("URL", "UUID", "JSON", "GEOMETRY", "COORDINATE_PAIR", "FREE_TEXT");

    /** A use and how sure it is. */
    record Verdict(ColumnUse use, double sure) {}

    private final SilverSpec silver;
    private final SemanticTable model;
    private final boolean readings;
    private final boolean timed;
    private final boolean pieces;

    ColumnUses(SilverSpec silver, SemanticTable model) {
        this.silver = silver;
        this.model = model;
        this.readings = ColumnWords.of(silver.table()).readings();
        this.timed = !model.timeColumns().isEmpty();
        this.pieces = silver.columns().stream()
                .anyMatch(c -> c.type().isNumeric() && ColumnWords.of(c.name()).pieces());
    }

    Verdict of(SilverColumn column, @Nullable ColumnProfile profile) {
        Annotations known = column.annotations();
        Role role = known.role();
        if (column.type().kind() == ColumnType.Kind.JSON || profile != null && empty(profile)) {
            return none();
        }
        if (role == Role.KEY || model.grain().equals(java.util.List.of(column.name()))) {
            return new Verdict(ColumnUse.KEY, 1);
        }
        if (role == Role.FOREIGN_KEY) {
            return new Verdict(ColumnUse.ENTITY, 1);
        }
        if (column.type().isTemporal()) {
            return new Verdict(known.personal() ? ColumnUse.NONE : ColumnUse.TIME, role == Role.TIME ? 1 : 0.9);
        }
        if (role == Role.TIME) {
            return new Verdict(ColumnUse.PERIOD, 0.9);
        }
        boolean personal = known.personal() || role == null && profile != null && profile.personal();
        if (personal || role == Role.ATTRIBUTE) {
            return none();
        }
        SemanticMeasure measure = measure(column.name());
        return measure != null ? number(column, measure, profile) : named(column, profile);
    }

    private Verdict number(SilverColumn column, SemanticMeasure measure, @Nullable ColumnProfile profile) {
        ColumnWords words = ColumnWords.of(column.name());
        boolean stated = column.annotations().role() == Role.MEASURE;
        if (!stated && words.period()) {
            return new Verdict(ColumnUse.PERIOD, 0.85);
        }
        if (!stated && (words.code() || !words.quantity() && identifies(column, profile))) {
            return new Verdict(words.reference() ? ColumnUse.ENTITY : ColumnUse.NONE, 0.6);
        }
        boolean level = measure.additivity() == Additivity.NON_ADDITIVE
                || words.perUnit()
                || words.price() && (pieces || !timed)
                || words.stock() && timed
                || readings;
        if (level) {
            return new Verdict(ColumnUse.LEVEL, stated ? 1 : 0.85);
        }
        if (stated) {
            return new Verdict(ColumnUse.QUANTITY, 1);
        }
        if (!words.quantity() && (fewWhole(column, profile) || numbered(column, profile))) {
            return new Verdict(ColumnUse.DIMENSION, 0.6);
        }
        return new Verdict(ColumnUse.QUANTITY, words.quantity() ? 0.95 : 0.7);
    }

    private Verdict named(SilverColumn column, @Nullable ColumnProfile profile) {
        ColumnWords words = ColumnWords.of(column.name());
        boolean stated = column.annotations().role() == Role.DIMENSION;
        String semantic = column.annotations().semanticType();
        if (words.period() && column.type().kind() != ColumnType.Kind.BOOLEAN) {
            return new Verdict(ColumnUse.PERIOD, 0.85);
        }
        if (roleInModel(column.name()) == Role.FOREIGN_KEY || !stated && words.reference()) {
            return new Verdict(ColumnUse.ENTITY, 0.8);
        }
        if (column.type().kind() == ColumnType.Kind.TIME
                || !stated && (words.freeText() || words.list().contains("id"))
                || semantic != null
                        && (NEVER_GROUPED.contains(semantic)
                                || SemanticType.named(semantic)
                                        .filter(SemanticType::personal)
                                        .isPresent())) {
            return none();
        }
        if (column.type().kind() == ColumnType.Kind.BOOLEAN) {
            return new Verdict(ColumnUse.DIMENSION, 0.7);
        }
        return profile == null ? unmeasured(words, stated) : measured(words, stated, profile);
    }

    private static Verdict unmeasured(ColumnWords words, boolean stated) {
        double sure = stated ? 0.85 : words.grouping() ? 0.75 : words.code() ? 0.3 : 0.5;
        return new Verdict(ColumnUse.DIMENSION, sure);
    }

    /** Few groups of many rows make a good dimension; many groups of some rows are things to be ranked. */
    private static Verdict measured(ColumnWords words, boolean stated, ColumnProfile profile) {
        long groups = profile.distinct();
        double each = profile.counts().filled() / (double) Math.max(1, groups);
        if (groups < 2 || each < 1.5 || profile.counts().longest() > LONGEST_WORD) {
            return none();
        }
        if (groups > MOST_GROUPS || each < 2.5 && groups > FEW_NUMBERS) {
            return new Verdict(ColumnUse.ENTITY, each < 5 ? 0.5 : 0.75);
        }
        double size = groups <= 30 ? 0.85 : groups <= 100 ? 0.75 : groups <= 300 ? 0.6 : 0.45;
        double named = stated ? 0.15 : words.grouping() ? 0.1 : words.code() ? -0.15 : 0;
        double filled = (double) profile.counts().filled() / profile.rows();
        return new Verdict(ColumnUse.DIMENSION, Math.max(0.1, Math.min(1, (size + named) * (0.4 + 0.6 * filled))));
    }

    private static boolean empty(ColumnProfile profile) {
        return profile.rows() > 0 && profile.counts().filled() < profile.rows() * ENOUGH_FILLED;
    }

    /** Whole numbers of which no two are equal are numbers of something. */
    private static boolean identifies(SilverColumn column, @Nullable ColumnProfile profile) {
        return profile != null && profile.rows() >= ENOUGH_ROWS && profile.unique() && whole(column.type());
    }

    private static boolean fewWhole(SilverColumn column, @Nullable ColumnProfile profile) {
        return profile != null
                && profile.rows() >= ENOUGH_ROWS
                && profile.distinct() <= FEW_NUMBERS
                && whole(column.type());
    }

    /** Numbers from 1 on of which hardly one is left out, each many times, number something: wards, districts. */
    private static boolean numbered(SilverColumn column, @Nullable ColumnProfile profile) {
        if (profile == null || profile.numbers() == null || !whole(column.type())) {
            return false;
        }
        double min = profile.numbers().min().doubleValue();
        double max = profile.numbers().max().doubleValue();
        return min >= 1
                && max - min < 1.5 * profile.distinct()
                && profile.counts().filled() >= ENOUGH_ROWS
                && profile.counts().filled() >= 10 * profile.distinct();
    }

    private static boolean whole(ColumnType type) {
        return type.kind() == ColumnType.Kind.INTEGER || type.kind() == ColumnType.Kind.BIGINT;
    }

    private @Nullable SemanticMeasure measure(String column) {
        return model.measures().stream()
                .filter(m -> m.aggregate().columns().stream()
                        .anyMatch(c -> c.column().equals(column)))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Role roleInModel(String column) {
        return model.dimensions().stream()
                .filter(d -> d.column().equals(column))
                .map(Dimension::role)
                .findFirst()
                .orElse(null);
    }

    private static Verdict none() {
        return new Verdict(ColumnUse.NONE, 0);
    }
}
