package io.medallion.jdbc;

import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A build failed and was logged as failed; readers see the version before. */
public final class BuildFailedException extends MedallionException {

    private static final long serialVersionUID = 1L;

    private final transient Build build;

    BuildFailedException(Build build, @Nullable Throwable cause) {
        super(
                List.of(new Problem(
                        build.layer().name().toLowerCase(Locale.ROOT) + "." + build.table(),
                        "could not be built: " + build.error().orElse("the reason is unknown"),
                        build.version() == 0
                                ? "Nothing was published."
                                : "Version " + build.version() + " is still in place.")),
                cause);
        this.build = build;
    }

    /** The failed build: its status is {@link Build.Status#FAILED}, {@link Build#error()} says why. */
    public Build build() {
        return build;
    }
}
