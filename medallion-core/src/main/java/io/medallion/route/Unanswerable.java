package io.medallion.route;

/** One table cannot answer; carries the reason up to where refusals are collected, and never leaves this room. */
final class Unanswerable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;

    Unanswerable(RefusalReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    RefusalReason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
