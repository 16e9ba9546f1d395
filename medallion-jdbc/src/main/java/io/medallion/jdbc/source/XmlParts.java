package io.medallion.jdbc.source;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads one XML part of a workbook element by element, by local names: the strict and the usual form differ in namespaces only. */
final class XmlParts implements AutoCloseable {

    /** More than a cell can hold in any spreadsheet program. */
    private static final int LONGEST_TEXT = 10_000_000;

    private final InputStream in;
    private final XMLStreamReader reader;

    XmlParts(InputStream in) throws IOException {
        this.in = in;
        try {
            reader = factory().createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw new IOException("its XML cannot be read", e);
        }
    }

    /** Without document types there are no entities to be expanded, so the limit on them would only hit large sheets. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("http://www.oracle.com/xml/jaxp/properties/totalEntitySizeLimit", "0");
        return factory;
    }

    /** Goes to the next start or end of an element; false at the end of the part. */
    boolean next() throws IOException {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    boolean starts(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    boolean flag(String name) {
        String value = attribute(name);
        return "1".equals(value) || "true".equalsIgnoreCase(value);
    }

    /** The text of the element just started, which holds no other. */
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            while (reader.next() != XMLStreamConstants.END_ELEMENT) {
                if (reader.isCharacters()) {
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    if (text.length() > LONGEST_TEXT) {
                        throw new IOException("a text in it is longer than " + LONGEST_TEXT + " characters");
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
        return text.toString();
    }

    /** The text of the rich or plain string just started, without its phonetic form, with {@code _x000D_} as the character it stands for. */
    String richText(String element) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean phonetic = false;
        while (next() && !ends(element)) {
            if (starts("rPh") || ends("rPh")) {
                phonetic = starts("rPh");
            } else if (starts("t")) {
                String run = text();
                text.append(phonetic ? "" : run);
            }
        }
        return unescaped(text.toString());
    }

    static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        int from = 0;
        for (; at >= 0; at = text.indexOf("_x", at)) {
            if (at + 6 < text.length() && text.charAt(at + 6) == '_' && isHex(text, at + 2)) {
                plain.append(text, from, at).append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
                at += 7;
                from = at;
            } else {
                at += 2;
            }
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static boolean isHex(String text, int from) {
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    private static IOException damaged(XMLStreamException e) {
        return new IOException("its XML is damaged near line " + e.getLocation().getLineNumber(), e);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
