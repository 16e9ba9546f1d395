package io.medallion.jdbc.source;

import io.medallion.expression.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Opens workbooks, and refuses what is none. */
final class XlsxFiles {

    private static final int HEAD = 1 << 20;
    private static final String OLE = "\u00D0\u00CF\u0011\u00E0";
    private static final String SAVE =
            "Open it in a spreadsheet program and save it as XLSX, or as CSV for Csv.file(..).";

    private XlsxFiles() {}

    static Workbook open(Path file) {
        byte[] bytes = head(file);
        String head = new String(bytes, StandardCharsets.ISO_8859_1);
        if (head.startsWith(OLE)) {
            boolean encrypted = head.contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e");
            throw encrypted
                    ? SourceException.in(
                            file,
                            "is protected by a password.",
                            "Open it in a spreadsheet program and save it without one.")
                    : SourceException.in(file, "is an old Excel workbook (XLS) or another Office document.", SAVE);
        }
        if (!head.startsWith("PK")) {
            String what = BinaryFormat.of(bytes)
                    .map(format -> "is no XLSX workbook but " + format.description() + ".")
                    .orElse("is no XLSX workbook but text.");
            boolean text = BinaryFormat.of(bytes).isEmpty();
            throw SourceException.in(file, what, text ? "Load it with Csv.file(..)." : SAVE);
        }
        if (head.contains("application/vnd.oasis.opendocument") || head.contains("xl/workbook.bin")) {
            String what = head.contains("xl/workbook.bin") ? "a binary Excel workbook (XLSB)" : "an OpenDocument file";
            throw SourceException.in(file, "is " + what + ".", SAVE);
        }
        try {
            return Workbook.open(file);
        } catch (IOException | RuntimeException e) {
            throw damaged(file, e);
        }
    }

    /** The sheet that is stated, or the first that is shown and holds something. */
    static Workbook.Sheet sheet(Path file, Workbook book, XlsxSettings settings) {
        List<Workbook.Sheet> sheets = book.sheets();
        String name = settings.sheet();
        Integer number = settings.number();
        if (name != null) {
            return sheets.stream()
                    .filter(sheet -> sheet.name().equals(name))
                    .findFirst()
                    .or(() -> sheets.stream()
                            .filter(sheet -> sheet.name().equalsIgnoreCase(name))
                            .findFirst())
                    .orElseThrow(
                            () -> unknown(file, "'" + name + "'", sheets, NearestName.advice(name, names(sheets))));
        }
        if (number != null) {
            if (number > sheets.size()) {
                throw unknown(file, String.valueOf(number), sheets, "");
            }
            return sheets.get(number - 1);
        }
        try {
            for (Workbook.Sheet sheet : sheets) {
                if (!sheet.hidden() && holdsSomething(book, sheet)) {
                    return sheet;
                }
            }
        } catch (IOException | RuntimeException e) {
            throw damaged(file, e);
        }
        throw SourceException.in(
                file,
                "has no sheet that is shown and holds something.",
                "Name a hidden one with sheet(..): " + listing(sheets) + ".");
    }

    static List<Source> sheets(Path file) {
        try (Workbook book = open(file)) {
            List<Source> sources = new ArrayList<>();
            for (Workbook.Sheet sheet : book.sheets()) {
                if (!sheet.hidden() && holdsSomething(book, sheet)) {
                    sources.add(Xlsx.file(file).sheet(sheet.name()).named(sheet.name()));
                }
            }
            return sources;
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    static SourceException damaged(Path file, Exception e) {
        if (e instanceof SourceException known) {
            return known;
        }
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return SourceException.in(
                file,
                "cannot be read as a workbook: " + why + ".",
                "Open it in a spreadsheet program and save it again, or fetch it again.",
                e);
    }

    private static boolean holdsSomething(Workbook book, Workbook.Sheet sheet) throws IOException {
        try (SheetReader reader = new SheetReader(book, sheet, 0)) {
            return reader.next() != null;
        }
    }

    private static SourceException unknown(Path file, String wanted, List<Workbook.Sheet> sheets, String near) {
        return SourceException.in(
                file, "has no sheet " + wanted + ".", near.isEmpty() ? "It has " + listing(sheets) + "." : near);
    }

    private static List<String> names(List<Workbook.Sheet> sheets) {
        return sheets.stream().map(Workbook.Sheet::name).toList();
    }

    private static String listing(List<Workbook.Sheet> sheets) {
        return sheets.stream()
                .map(sheet -> sheet.name() + (sheet.hidden() ? " (hidden)" : ""))
                .collect(Collectors.joining(", "));
    }

    private static byte[] head(Path file) {
        if (!Files.isRegularFile(file)) {
            throw SourceException.in(
                    file, Files.exists(file) ? "is no file." : "does not exist.", CsvFiles.neighbours(file));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw SourceException.in(
                    file, "cannot be read: " + e.getMessage() + ".", "Check the file and its permissions.", e);
        }
    }
}
