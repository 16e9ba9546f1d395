package io.medallion.jdbc.source;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks as no writer does: every cell is XML stated by the test. */
final class WorkbookFile {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, String> states = new LinkedHashMap<>();
    private final List<String> formats = new ArrayList<>(List.of("General"));
    private final List<String> texts = new ArrayList<>();
    private boolean from1904;

    /** A sheet with the XML of its {@code <sheetData>} and of what follows it. */
    WorkbookFile sheet(String name, String data) {
        sheets.put(name, data);
        return this;
    }

    WorkbookFile hidden(String name) {
        states.put(name, " state=\"hidden\"");
        return this;
    }

    WorkbookFile from1904() {
        from1904 = true;
        return this;
    }

    /** Shared texts, the XML within {@code <si>}. */
    WorkbookFile texts(String... xml) {
        texts.addAll(List.of(xml));
        return this;
    }

    /** Number formats, of the styles from 1 on. */
    WorkbookFile formats(String... codes) {
        formats.addAll(List.of(codes));
        return this;
    }

    /** Rows of cells, each {@code type:value} or {@code value} for a number, {@code s3:} before it for style 3; empty for no cell. */
    static String rows(String... rows) {
        StringBuilder xml = new StringBuilder("<sheetData>");
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].isEmpty()) {
                continue;
            }
            xml.append("<row r=\"").append(i + 1).append("\">");
            String[] cells = rows[i].split("\\|", -1);
            for (int column = 0; column < cells.length; column++) {
                xml.append(cell((char) ('A' + column) + "" + (i + 1), cells[column]));
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData>").toString();
    }

    private static String cell(String address, String cell) {
        if (cell.isEmpty()) {
            return "";
        }
        String style = "";
        String rest = cell;
        if (rest.matches("(?s)s[0-9]+:.*")) {
            style = " s=\"" + rest.substring(1, rest.indexOf(':')) + "\"";
            rest = rest.substring(rest.indexOf(':') + 1);
        }
        if (rest.matches("(?s)(b|e|str|s|d|n):.*")) {
            String type = rest.substring(0, rest.indexOf(':'));
            return "<c r=\"" + address + "\"" + style + " t=\"" + type + "\"><v>" + rest.substring(type.length() + 1)
                    + "</v></c>";
        }
        if (rest.matches("(?s)-?[0-9.]+([eE][+-]?[0-9]+)?")) {
            return "<c r=\"" + address + "\"" + style + "><v>" + rest + "</v></c>";
        }
        return "<c r=\"" + address + "\"" + style + " t=\"inlineStr\"><is><t>" + rest + "</t></is></c>";
    }

    Path write(Path file) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"" + RELATIONS
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        StringBuilder book = new StringBuilder("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                + "\"><workbookPr" + (from1904 ? " date1904=\"1\"" : "") + "/><sheets>");
        StringBuilder relations = new StringBuilder("<Relationships>");
        int number = 0;
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            number++;
            book.append("<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + number + "\" r:id=\"s" + number + "\""
                    + states.getOrDefault(sheet.getKey(), "") + "/>");
            relations.append(relation("s" + number, "worksheet", "worksheets/sheet" + number + ".xml"));
            parts.put(
                    "xl/worksheets/sheet" + number + ".xml",
                    "<worksheet xmlns=\"" + MAIN + "\">" + sheet.getValue() + "</worksheet>");
        }
        relations.append(relation("t", "styles", "styles.xml"));
        relations.append(relation("u", "sharedStrings", "/xl/sharedStrings.xml"));
        parts.put("xl/workbook.xml", book.append("</sheets></workbook>").toString());
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations.append("</Relationships>").toString());
        parts.put("xl/styles.xml", styles());
        StringBuilder shared = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
        texts.forEach(text -> shared.append("<si>").append(text).append("</si>"));
        parts.put("xl/sharedStrings.xml", shared.append("</sst>").toString());
        return zip(file, parts);
    }

    static Path zip(Path file, Map<String, String> parts) {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private String styles() {
        StringBuilder xml = new StringBuilder("<styleSheet xmlns=\"" + MAIN + "\"><numFmts>");
        for (int i = 1; i < formats.size(); i++) {
            String code =
                    formats.get(i).replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
            xml.append("<numFmt numFmtId=\"" + (163 + i) + "\" formatCode=\"" + code + "\"/>");
        }
        xml.append("</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>");
        for (int i = 0; i < formats.size(); i++) {
            String code = formats.get(i);
            String id = code.matches("#[0-9]+") ? code.substring(1) : i == 0 ? "0" : "" + (163 + i);
            xml.append("<xf numFmtId=\"" + id + "\"/>");
        }
        return xml.append("</cellXfs></styleSheet>").toString();
    }
}
