package io.medallion;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The root of every error this library throws. All problems found are reported at once. */
public class MedallionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** An error with one problem. */
    public MedallionException(Problem problem) {
        this(List.of(problem), null);
    }

    /** An error with all its problems and, where there is one, its cause. */
    public MedallionException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())), cause);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order found; never empty. */
    public final List<Problem> problems() {
        return problems == null ? List.of(Problem.at("", String.valueOf(getMessage()))) : problems;
    }
}
