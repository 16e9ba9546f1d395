package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.plan.ProbeQuestion.NearAnswer;
import io.medallion.plan.ProbeQuestion.NearCopies;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.HeaderWords;
import io.medallion.profile.SemanticType;
import io.medallion.profile.TableProfile;
import io.medallion.spec.SilverColumn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows that say the same of the same thing, written differently: told apart only by case, accents, punctuation and white
 * space, or only by the identifier they were given and when they were stored. They are counted and said, never merged: which of
 * two spellings is right no rule can know.
 */
final class NearDuplicates {

    /** Folding reads every text of every row; larger tables are left to a person who asks for it. */
    private static final long MOST_ROWS = 200_000;

    private static final int MOST_COLUMNS = 40;

    /** Rows that agree in less are different things that happen to be alike. */
    private static final int FEWEST_COLUMNS = 2;

    /** Kinds that are nearly a thing's own: two rows with the same one, and all else equal, are the same thing. */
    private static final Set<SemanticType> TELLING = EnumSet.of(
            SemanticType.EMAIL,
            SemanticType.PHONE,
            SemanticType.PERSON_NAME,
            SemanticType.LAST_NAME,
            SemanticType.COMPANY_NAME,
            SemanticType.ADDRESS,
            SemanticType.URL,
            SemanticType.IBAN);

    private final PlanRequest request;
    private final TableProfile profile;
    private final List<Suggestion<SilverColumn>> columns;

    NearDuplicates(PlanRequest request, TableProfile profile, List<Suggestion<SilverColumn>> columns) {
        this.request = request;
        this.profile = profile;
        this.columns = columns;
    }

    List<String> notes() {
        List<SilverColumn> compared = columns.stream()
                .map(Suggestion::value)
                .filter(c -> !technical(c))
                .toList();
        if (!worthAsking(compared)) {
            return List.of();
        }
        if (!profile.exact() || profile.rows() > MOST_ROWS) {
            return List.of("Near duplicates were not looked for: folding the texts of " + Words.rows(profile.rows())
                    + " takes long, and is done up to " + Words.rows(MOST_ROWS) + ".");
        }
        NearCopies question = new NearCopies(compared);
        return request.probe().ask(List.of(question)).to(question).stream()
                .flatMap(answer -> notes(compared, answer).stream())
                .toList();
    }

    private List<String> notes(List<SilverColumn> compared, NearAnswer answer) {
        List<String> left = left(compared);
        String apart = left.isEmpty() ? "" : " Left out of the comparison: " + quoted(left) + ".";
        List<String> notes = new ArrayList<>();
        if (answer.near() > 0) {
            notes.add("Near duplicates: " + Words.rows(answer.near())
                    + (answer.near() == 1 ? " differs" : " differ")
                    + " from another only in case, accents, punctuation or white space, in "
                    + differing(compared, answer) + "." + apart
                    + " Nothing is merged. Bring these columns to one spelling first (trim, upper or lower case, a"
                    + " mapping of values), then deduplicate by them.");
        }
        if (answer.equal() > 0 && !left.isEmpty() && tells(compared)) {
            notes.add("Repeated rows: " + Words.rows(answer.equal()) + (answer.equal() == 1 ? " is" : " are")
                    + " equal to another in everything but "
                    + quoted(left) + ". Nothing is merged: if they are the same thing stored twice, deduplicate by "
                    + quoted(compared.stream().map(SilverColumn::name).toList()) + ".");
        }
        return notes;
    }

    private static String differing(List<SilverColumn> compared, NearAnswer answer) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            if (answer.differing().get(i) > 0) {
                names.add("'" + compared.get(i).name() + "' ("
                        + Words.count(answer.differing().get(i)) + ")");
            }
        }
        return String.join(", ", names);
    }

    /** A value that only one row has, compared as it is, leaves nothing to find. */
    private boolean worthAsking(List<SilverColumn> compared) {
        return profile.rows() > 1
                && compared.size() >= FEWEST_COLUMNS
                && compared.size() <= MOST_COLUMNS
                && compared.stream().anyMatch(NearDuplicates::text)
                && compared.stream().noneMatch(c -> !text(c) && of(c).unique());
    }

    /** Identifiers that count rows, and when or how a row was stored. */
    private boolean technical(SilverColumn column) {
        ColumnProfile of = of(column);
        HeaderWords header = new HeaderWords(of.name());
        boolean counts = of.distinct() == of.rows() && (Roles.identifies(header) || isUuid(of));
        boolean running =
                of.distinct() == of.rows() && header.has("row", "line", "seq", "sequence", "nr", "no", "number");
        boolean stored = column.type().isTemporal()
                && header.has(
                        "created",
                        "updated",
                        "modified",
                        "changed",
                        "loaded",
                        "inserted",
                        "imported",
                        "exported",
                        "extracted",
                        "ingested",
                        "synced",
                        "timestamp");
        boolean digest = header.has("hash", "checksum", "md5", "sha1", "sha256", "etag", "rowversion");
        return counts || running || stored || digest || of.counts().filled() == 0;
    }

    private static boolean isUuid(ColumnProfile of) {
        return of.kind().filter(SemanticType.UUID::equals).isPresent();
    }

    /** Whether the columns name what a row is about, so that equal ones are about the same. */
    private boolean tells(List<SilverColumn> compared) {
        return compared.stream()
                .map(this::of)
                .anyMatch(p -> p.kind().filter(TELLING::contains).isPresent() && p.distinct() * 2 >= p.rows());
    }

    private List<String> left(List<SilverColumn> compared) {
        return columns.stream()
                .map(Suggestion::value)
                .filter(c -> !compared.contains(c) && of(c).counts().filled() > 0)
                .map(SilverColumn::name)
                .toList();
    }

    private static boolean text(SilverColumn column) {
        return column.type().equals(ColumnType.TEXT);
    }

    private ColumnProfile of(SilverColumn column) {
        return profile.column(column.source());
    }

    private static String quoted(List<String> names) {
        return names.stream().limit(8).map(n -> "'" + n + "'").collect(Collectors.joining(", "))
                + (names.size() > 8 ? " and " + (names.size() - 8) + " more" : "");
    }
}
