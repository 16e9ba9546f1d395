package io.medallion.plan;

/** How well the name of a column says which table it refers to. */
enum ReferenceName {
    /** {@code customer_id} for the key {@code customer_id}, or for the key {@code id} of {@code customers}. */
    SAME(0.95, "the name says so"),
    /** {@code order_id} for the key {@code order_id} of {@code payments}, which is not called like orders. */
    KEY(0.85, "the name is that of the key"),
    /** {@code billing_customer_id}: the name with the role of what it refers to. */
    ROLE(0.85, "the name says so and in which role"),
    /** {@code category_id} for {@code product_categories}. */
    PART(0.75, "the name says a part of it"),
    /** {@code reports_to}, {@code parent_id}: rows of the same table. */
    SELF(0.75, "the name speaks of another row of the same table"),
    /** {@code user_id} for {@code customers}. */
    SYNONYM(0.7, "the name says it in another word"),
    /** {@code cust_id} for {@code customers}. */
    SHORT(0.7, "the name says it shortened"),
    /** {@code customer} for the key {@code id} of {@code customers}. */
    BARE(0.7, "the column is named like the table");

    private final double confidence;
    private final String words;

    ReferenceName(double confidence, String words) {
        this.confidence = confidence;
        this.words = words;
    }

    double confidence() {
        return confidence;
    }

    String words() {
        return words;
    }
}
