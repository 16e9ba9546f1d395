package io.medallion.jdbc.source;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Turns the text of a PostgreSQL array, {@code {1,NULL,"a b"}}, into JSON. */
final class PostgresArray {

    private final String written;
    private final boolean bare;
    private final UnaryOperator<String> element;
    private final StringBuilder json = new StringBuilder();
    private int at;

    private PostgresArray(String written, boolean bare, UnaryOperator<String> element) {
        this.written = written;
        this.bare = bare;
        this.element = element;
    }

    /**
     * The array as JSON; one whose first index is not 1, {@code [2:3]={1,2}}, stays as it is, because JSON cannot say that.
     *
     * @param bare whether elements are numbers or booleans
     * @param element the text of an element from what the database wrote
     */
    static String json(String written, boolean bare, UnaryOperator<String> element) {
        return written.startsWith("{") ? new PostgresArray(written, bare, element).list() : written;
    }

    private String list() {
        value();
        return json.toString();
    }

    private void value() {
        if (written.charAt(at) == '{') {
            elements();
        } else if (written.charAt(at) == '"') {
            write(quoted());
        } else {
            String text = unquoted();
            write(text.equals("NULL") ? null : text);
        }
    }

    private void elements() {
        json.append('[');
        at++;
        while (written.charAt(at) != '}') {
            if (written.charAt(at) == ',') {
                json.append(',');
                at++;
            }
            value();
        }
        at++;
        json.append(']');
    }

    private String quoted() {
        StringBuilder text = new StringBuilder();
        for (at++; written.charAt(at) != '"'; at++) {
            if (written.charAt(at) == '\\') {
                at++;
            }
            text.append(written.charAt(at));
        }
        at++;
        return text.toString();
    }

    private String unquoted() {
        int start = at;
        while (",}".indexOf(written.charAt(at)) < 0) {
            at++;
        }
        return written.substring(start, at);
    }

    private void write(@Nullable String text) {
        if (text == null) {
            json.append("null");
            return;
        }
        String value = element.apply(text);
        boolean word = value.equals("NaN") || value.endsWith("Infinity");
        if (bare && !word) {
            json.append(value);
        } else {
            NestedText.text(json, value);
        }
    }
}
