package io.medallion.jdbc.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An open XLSX file: its sheets, number formats and texts. Source: ECMA-376 part 1, SpreadsheetML. Not thread-safe. */
final class Workbook implements Closeable {

    /**
     * A sheet.
     *
     * @param name as on its tab
     * @param hidden whether its tab is not shown
     * @param part where its cells are
     */
    record Sheet(String name, boolean hidden, String part) {}

    private final ZipFile zip;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<CellFormat> formats = new ArrayList<>();
    private boolean from1904;
    private SharedStrings strings = SharedStrings.none();

    private Workbook(ZipFile zip) {
        this.zip = zip;
    }

    /** Opens a file that is known to begin like a ZIP archive. */
    static Workbook open(Path file) throws IOException {
        Workbook book = new Workbook(new ZipFile(file.toFile()));
        try {
            book.read();
            return book;
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    boolean from1904() {
        return from1904;
    }

    CellFormat format(@Nullable String style) {
        int index = style == null ? 0 : Integer.parseInt(style);
        return index >= 0 && index < formats.size() ? formats.get(index) : CellFormat.NUMBER;
    }

    String text(int index) throws IOException {
        return strings.get(index);
    }

    XmlParts open(Sheet sheet) throws IOException {
        return required(sheet.part());
    }

    private void read() throws IOException {
        String main = mainPart();
        String directory = main.substring(0, main.lastIndexOf('/') + 1);
        Map<String, String> targets = new HashMap<>();
        String styles = null;
        String texts = null;
        try (XmlParts xml = required(directory + "_rels/" + main.substring(directory.length()) + ".rels")) {
            while (xml.next()) {
                if (xml.starts("Relationship")) {
                    String target = resolved(directory, String.valueOf(xml.attribute("Target")));
                    String type = String.valueOf(xml.attribute("Type"));
                    targets.put(String.valueOf(xml.attribute("Id")), target);
                    styles = type.endsWith("/styles") ? target : styles;
                    texts = type.endsWith("/sharedStrings") ? target : texts;
                }
            }
        }
        readSheets(main, targets);
        readFormats(styles);
        readTexts(texts);
    }

    private String mainPart() throws IOException {
        try (XmlParts xml = required("_rels/.rels")) {
            while (xml.next()) {
                if (xml.starts("Relationship")
                        && String.valueOf(xml.attribute("Type")).endsWith("/officeDocument")) {
                    return resolved("", String.valueOf(xml.attribute("Target")));
                }
            }
        }
        throw new IOException("it names no workbook");
    }

    private void readSheets(String main, Map<String, String> targets) throws IOException {
        try (XmlParts xml = required(main)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    from1904 = xml.flag("date1904");
                } else if (xml.starts("sheet")) {
                    boolean hidden = String.valueOf(xml.attribute("state"))
                            .toLowerCase(Locale.ROOT)
                            .endsWith("hidden");
                    String part = targets.get(String.valueOf(xml.attribute("id")));
                    // sheets of charts and macros have no cells
                    if (part != null && part.toLowerCase(Locale.ROOT).contains("worksheets/")) {
                        sheets.add(new Sheet(String.valueOf(xml.attribute("name")), hidden, part));
                    }
                }
            }
        }
    }

    private void readFormats(@Nullable String part) throws IOException {
        XmlParts styles = part == null ? null : optional(part);
        if (styles == null) {
            return;
        }
        Map<Integer, String> codes = new HashMap<>();
        boolean ofCells = false;
        try (XmlParts xml = styles) {
            while (xml.next()) {
                if (xml.starts("numFmt")) {
                    codes.put(number(xml.attribute("numFmtId")), String.valueOf(xml.attribute("formatCode")));
                } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                    ofCells = xml.starts("cellXfs");
                } else if (ofCells && xml.starts("xf")) {
                    int number = number(xml.attribute("numFmtId"));
                    formats.add(CellFormat.of(number, codes.get(number)));
                }
            }
        }
    }

    private void readTexts(@Nullable String part) throws IOException {
        XmlParts texts = part == null ? null : optional(part);
        if (texts != null) {
            try (XmlParts xml = texts) {
                strings = SharedStrings.of(xml);
            }
        }
    }

    private static int number(@Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }

    private static String resolved(String directory, String target) {
        String path = target.startsWith("/") ? target.substring(1) : directory + target;
        return Path.of(path).normalize().toString().replace('\\', '/');
    }

    private XmlParts required(String part) throws IOException {
        XmlParts xml = optional(part);
        if (xml == null) {
            throw new IOException("its part " + part + " is missing");
        }
        return xml;
    }

    private @Nullable XmlParts optional(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            entry = zip.stream()
                    .filter(e -> e.getName().replace('\\', '/').equalsIgnoreCase(part))
                    .findFirst()
                    .orElse(null);
        }
        if (entry == null) {
            return null;
        }
        InputStream in = zip.getInputStream(entry);
        if (in == null) {
            throw new ZipException("its part " + part + " cannot be read");
        }
        return new XmlParts(in);
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            strings.close();
        }
    }
}
