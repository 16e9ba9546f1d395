package io.medallion.jdbc;

import io.medallion.jdbc.load.LoadedBatch;
import io.medallion.jdbc.source.CsvFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the files that were loaded are written, remembered so that plans of their tables can say it; the oldest are forgotten. Thread-safe. */
final class FileFormats {

    private static final int MOST = 1_000;

    private final Map<String, List<String>> notes = new LinkedHashMap<>();

    synchronized void remember(String pipeline, String table, List<LoadedBatch> batches) {
        List<CsvFormat> formats = batches.stream()
                .map(LoadedBatch::format)
                .flatMap(Optional::stream)
                .toList();
        if (formats.isEmpty()) {
            return;
        }
        CsvFormat last = formats.get(formats.size() - 1);
        boolean same = formats.stream().allMatch(format -> format.summary().equals(last.summary()));
        String which = formats.size() == 1 ? "The file is" : same ? "The files are" : "The last file is";
        String key = key(pipeline, table);
        notes.remove(key);
        notes.put(
                key,
                Stream.concat(Stream.of(which + " read as " + last.summary() + "."), last.remarks().stream())
                        .toList());
        if (notes.size() > MOST) {
            notes.remove(notes.keySet().iterator().next());
        }
    }

    synchronized List<String> of(String pipeline, String table) {
        return notes.getOrDefault(key(pipeline, table), List.of());
    }

    private static String key(String pipeline, String table) {
        return pipeline + '\n' + table;
    }
}
