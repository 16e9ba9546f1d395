package io.medallion.sql;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements in the order in which they run. Immutable, thread-safe. */
public final class SqlScript {

    /** What a statement is for. */
    public enum Step {
        /** Makes schemas and empty tables. */
        CREATE,
        /** Builds the next version beside what readers see. */
        STAGE,
        /** Raises an error when what was built is wrong. */
        AUDIT,
        /** Changes what must be changed before the transaction that publishes, where DDL commits by itself: on MariaDB and MySQL. */
        PREPARE,
        /** Shows the next version to readers; all statements of this step belong in one transaction. */
        PUBLISH,
        /** Removes what a build leaves behind. */
        CLEAN,
        /** Changes what is there. */
        MIGRATE,
        /** Brings rows into Bronze. */
        LOAD,
        /** Reads. */
        QUERY
    }

    private final List<SqlStatement> statements;

    private SqlScript(List<SqlStatement> statements) {
        this.statements = statements;
    }

    /** A script of these statements. */
    public static SqlScript of(List<SqlStatement> statements) {
        return new SqlScript(List.copyOf(statements));
    }

    /** The statements in order. */
    public List<SqlStatement> statements() {
        return statements;
    }

    /** The statements of these steps only, in the same order. */
    public SqlScript only(Step... steps) {
        Set<Step> wanted = EnumSet.noneOf(Step.class);
        wanted.addAll(List.of(steps));
        return of(statements.stream().filter(s -> wanted.contains(s.step())).toList());
    }

    /** These statements, then those of {@code further}. */
    public SqlScript and(SqlScript further) {
        List<SqlStatement> all = new ArrayList<>(statements);
        all.addAll(further.statements);
        return of(all);
    }

    /**
     * The script as a file that the database's own command line runs: every statement ends in a semicolon. Statements that
     * publish stand between {@code begin} and {@code commit}, and so does the audit before them: where it raises an error,
     * nothing is published even if the command line goes on. On MariaDB and MySQL, where DDL commits by itself, publishing is one atomic
     * statement, and the command line stops at an error.
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < statements.size(); i++) {
            boolean publishes = leadsToPublishing(i);
            if (publishes != open) {
                text.append(publishes ? "begin;\n\n" : "commit;\n\n");
                open = publishes;
            }
            text.append(printed(statements.get(i)));
        }
        return text.append(open ? "commit;" : "").toString().stripTrailing() + "\n";
    }

    private boolean leadsToPublishing(int index) {
        int next = index;
        while (next < statements.size() && statements.get(next).step() == Step.AUDIT) {
            next++;
        }
        return next < statements.size() && statements.get(next).step() == Step.PUBLISH;
    }

    /** A compound statement has semicolons inside. */
    private static String printed(SqlStatement statement) {
        String label = "-- " + statement.label().replaceAll("\\R", " ") + "\n";
        return statement.text().startsWith(AuditSql.COMPOUND)
                ? label + "delimiter //\n" + statement.text() + "//\ndelimiter ;\n\n"
                : label + statement.text() + ";\n\n";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SqlScript that && statements.equals(that.statements);
    }

    @Override
    public int hashCode() {
        return statements.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
