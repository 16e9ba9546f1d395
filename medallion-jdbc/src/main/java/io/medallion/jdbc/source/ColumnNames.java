package io.medallion.jdbc.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes the headers of a source usable as column names. A header keeps its name unless it is empty, repeats an earlier one (without regard to case,
 * which databases fold) or is the name of a metadata column; the made-up names avoid all real headers.
 *
 * <pre>
 * id | ID   | (empty)  | name | name   | _row_number
 * id | ID_2 | column_3 | name | name_2 | _row_number_2
 * </pre>
 */
final class ColumnNames {

    private static final Set<String> METADATA = Set.of(
            "_loaded_at", "_source_id", "_source_file", "_batch_id", "_row_number", "_row_hash", "_schema_version");

    private final Set<String> real = new HashSet<>();
    private final Set<String> taken = new HashSet<>(METADATA);

    private ColumnNames(List<String> cleaned) {
        cleaned.forEach(name -> real.add(folded(name)));
    }

    static List<SourceColumn> of(List<String> originals) {
        List<String> cleaned = originals.stream().map(ColumnNames::cleaned).toList();
        ColumnNames names = new ColumnNames(cleaned);
        List<SourceColumn> columns = new ArrayList<>(cleaned.size());
        for (int i = 0; i < cleaned.size(); i++) {
            columns.add(new SourceColumn(names.next(cleaned.get(i), i), originals.get(i), i));
        }
        return List.copyOf(columns);
    }

    /** Names for a source without any. */
    static List<SourceColumn> numbered(int count) {
        return of(Collections.nCopies(count, ""));
    }

    private String next(String name, int position) {
        if (!name.isEmpty() && taken.add(folded(name))) {
            return name;
        }
        String free = name.isEmpty() ? "column_" + (position + 1) : name + "_2";
        for (int n = name.isEmpty() ? 2 : 3; real.contains(folded(free)) || taken.contains(folded(free)); n++) {
            free = (name.isEmpty() ? "column_" + (position + 1) : name) + "_" + n;
        }
        taken.add(folded(free));
        return free;
    }

    private static String cleaned(String header) {
        StringBuilder text = new StringBuilder(header.length());
        header.codePoints()
                .filter(c -> c != 0 && c != 0xFEFF && !(c >= 0xD800 && c <= 0xDFFF))
                .map(c -> Character.isISOControl(c) || Character.isSpaceChar(c) ? ' ' : c)
                .forEach(text::appendCodePoint);
        return text.toString().strip();
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
