package io.medallion.jdbc.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a sheet that hold something, one after the other. */
final class SheetReader implements AutoCloseable {

    /** The size of a sheet in any spreadsheet program. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int MOST_COLUMNS = 16_384;

    /** What a row may take of the memory. */
    private static final long MOST_CHARS = 64 << 20;

    private final Workbook book;
    private final XmlParts xml;
    private final List<int[]> merges = new ArrayList<>();
    private final int keptMerges;
    private int number;
    private long chars;
    private List<@Nullable String> cells = new ArrayList<>();
    private BitSet typed = new BitSet();

    /** @param keptMerges merged cells that begin in the rows up to this one are remembered */
    SheetReader(Workbook book, Workbook.Sheet sheet, int keptMerges) throws IOException {
        this.book = book;
        this.xml = book.open(sheet);
        this.keptMerges = keptMerges;
    }

    /** The next row that holds something, null at the end. */
    @Nullable
    SheetRow next() throws IOException {
        while (xml.next()) {
            if (xml.starts("row")) {
                row();
                if (cells.stream().anyMatch(cell -> cell != null)) {
                    return new SheetRow(number, cells, typed);
                }
            } else if (xml.starts("mergeCell")) {
                merge(String.valueOf(xml.attribute("ref")));
            }
        }
        return null;
    }

    /** Merged cells as first row, first column, last row, last column; known at the end. */
    List<int[]> merges() {
        return merges;
    }

    private void row() throws IOException {
        String stated = xml.attribute("r");
        int next = stated == null ? number + 1 : integer(stated);
        if (next <= number || next > MOST_ROWS) {
            throw new IOException("row " + next + " follows row " + number + "; a sheet has rows 1 to " + MOST_ROWS);
        }
        number = next;
        cells = new ArrayList<>();
        typed = new BitSet();
        chars = 0;
        int column = 0;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                String reference = xml.attribute("r");
                column = reference == null ? column : columnOf(reference);
                if (column >= MOST_COLUMNS) {
                    throw new IOException("row " + number + " has more than " + MOST_COLUMNS + " columns");
                }
                cell(column);
                column++;
            }
        }
    }

    private void cell(int column) throws IOException {
        String type = xml.attribute("t");
        CellFormat format = book.format(xml.attribute("s"));
        String value = null;
        String inline = null;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                value = xml.text();
            } else if (xml.starts("is")) {
                inline = xml.richText("is");
            }
        }
        String text = inline != null ? inline : text(type == null ? "n" : type, value, format, column);
        if (text != null) {
            chars += text.length();
            if (chars > MOST_CHARS) {
                throw new IOException("row " + number + " holds more than " + MOST_CHARS + " characters");
            }
            while (cells.size() <= column) {
                cells.add(null);
            }
            cells.set(column, text);
        }
    }

    private @Nullable String text(String type, @Nullable String value, CellFormat format, int column)
            throws IOException {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case "s" -> book.text(integer(value));
            case "str" -> XmlParts.unescaped(value);
            case "inlineStr", "e" -> value;
            case "b" -> {
                typed.set(column);
                yield value.strip().equals("1") || value.strip().equalsIgnoreCase("true") ? "true" : "false";
            }
            case "d" -> {
                typed.set(column);
                yield value.strip();
            }
            default -> number(value.strip(), format, column);
        };
    }

    private @Nullable String number(String value, CellFormat format, int column) throws IOException {
        if (value.isEmpty()) {
            return null;
        }
        try {
            String text = CellNumber.of(value, format, book.from1904());
            typed.set(column);
            return text;
        } catch (NumberFormatException e) {
            throw new IOException("a cell of row " + number + " says that it is a number, and is none");
        }
    }

    private void merge(String reference) throws IOException {
        int colon = reference.indexOf(':');
        if (colon < 0) {
            return;
        }
        String from = reference.substring(0, colon);
        String to = reference.substring(colon + 1);
        if (rowOf(from) <= keptMerges) {
            merges.add(new int[] {rowOf(from), columnOf(from), rowOf(to), columnOf(to)});
        }
    }

    private static int columnOf(String reference) throws IOException {
        int column = 0;
        for (char c : reference.toUpperCase(Locale.ROOT).toCharArray()) {
            if (c >= 'A' && c <= 'Z' && column <= MOST_COLUMNS) {
                column = column * 26 + c - 'A' + 1;
            }
        }
        if (column == 0) {
            throw new IOException("'" + reference + "' is no address of a cell");
        }
        return column - 1;
    }

    private static int rowOf(String reference) throws IOException {
        return integer(reference.replaceAll("[^0-9]", ""));
    }

    private static int integer(String text) throws IOException {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IOException("'" + text + "' stands where a number belongs", e);
        }
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
