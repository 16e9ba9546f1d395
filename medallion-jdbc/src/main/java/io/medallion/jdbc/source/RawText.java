package io.medallion.jdbc.source;

/** The text of a rejected record, made showable without losing what it held. */
final class RawText {

    private RawText() {}

    /** Bounded, with NUL and undecodable bytes spelled out as {@code \x00} and {@code \xE9}. */
    static String of(CharSequence record) {
        StringBuilder text = new StringBuilder(Math.min(record.length(), SourcePart.RAW_TEXT_LIMIT));
        for (int i = 0; i < record.length(); i++) {
            char c = record.charAt(i);
            String shown = c == 0
                    ? "\\x00"
                    : isLostByte(record, i) ? String.format("\\x%02X", c - LossyReader.FIRST_LOST) : null;
            if (text.length() + (shown == null ? 1 : shown.length()) > SourcePart.RAW_TEXT_LIMIT) {
                break;
            }
            if (shown == null) {
                text.append(c);
            } else {
                text.append(shown);
            }
        }
        int last = text.length() - 1;
        if (last >= 0 && Character.isHighSurrogate(text.charAt(last))) {
            text.setLength(last);
        }
        return text.toString();
    }

    private static boolean isLostByte(CharSequence record, int i) {
        char c = record.charAt(i);
        return LossyReader.isLost(c) && (i == 0 || !Character.isHighSurrogate(record.charAt(i - 1)));
    }
}
