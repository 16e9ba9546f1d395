package io.medallion.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values by their form. */
final class Shapes {

    private static final int LONGEST = 40;
    private static final int MOST = 30;

    private Shapes() {}

    /** The form of a text: digits {@code 9}, runs of letters {@code a}, the rest as it is. */
    static String of(String text) {
        if (text.length() > LONGEST) {
            return ValueShape.OTHER;
        }
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Cell.isDigit(c)) {
                shape.append('9');
            } else if (!Character.isLetter(c)) {
                shape.append(c);
            } else if (shape.length() == 0 || shape.charAt(shape.length() - 1) != 'a') {
                shape.append('a');
            }
        }
        return shape.toString();
    }

    /** The most frequent forms, and all others as one. */
    static List<ValueShape> of(List<Cell> cells) {
        Map<String, ValueShape> shapes = new HashMap<>();
        cells.forEach(c -> shapes.merge(of(c.text()), one(of(c.text()), c), Shapes::both));
        List<ValueShape> sorted = shapes.values().stream()
                .sorted(Comparator.comparingLong(ValueShape::rows).reversed().thenComparing(ValueShape::shape))
                .toList();
        if (sorted.size() <= MOST) {
            return sorted;
        }
        ValueShape rest = sorted.stream()
                .skip(MOST)
                .map(s -> new ValueShape(ValueShape.OTHER, s.rows(), s.distinct(), s.least(), s.greatest()))
                .reduce(Shapes::both)
                .orElseThrow();
        return java.util.stream.Stream.concat(sorted.stream().limit(MOST), java.util.stream.Stream.of(rest))
                .toList();
    }

    private static ValueShape one(String shape, Cell cell) {
        return new ValueShape(shape, cell.rows(), 1, cell.text(), cell.text());
    }

    private static ValueShape both(ValueShape a, ValueShape b) {
        return new ValueShape(
                a.shape(),
                a.rows() + b.rows(),
                a.distinct() + b.distinct(),
                a.least().compareTo(b.least()) <= 0 ? a.least() : b.least(),
                a.greatest().compareTo(b.greatest()) >= 0 ? a.greatest() : b.greatest());
    }
}
