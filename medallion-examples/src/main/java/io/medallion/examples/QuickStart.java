package io.medallion.examples;

/** A CSV file becomes Bronze, Silver and Gold, and a question is answered. */
public final class QuickStart {

    private QuickStart() {}

    public static void main(String[] arguments) {
        System.out.println("Medallion");
    }
}
