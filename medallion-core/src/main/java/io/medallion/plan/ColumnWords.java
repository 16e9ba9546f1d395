package io.medallion.plan;

import io.medallion.spec.SnakeCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the words of a column's name tell about it, and how they are said. */
final class ColumnWords {

    private static final Pattern GLUED = Pattern.compile(
            "(?!(?:bid|grid|valid|invalid|humid|fluid|liquid|solid|covid|void|acid|rapid)$|.*paid$)(\\p{L}{2,})(id)"
                    + "|(?:(unit|list)(price|cost))|(?:(zip|postal)(code))");

    private static final Set<String> PER_UNIT = words(
            """
            rate ratio share percent percentage pct avg average mean median age score rating temperature
            temp speed velocity humidity pressure altitude elevation height depth density voltage per
            index latitude longitude grade rank horsepower
            """);

    private static final Set<String> STOCK = words(
            """
            balance stock inventory hand headcount level odometer cumulative running ytd population
            capacity
            """);

    private static final Set<String> CODE = words(
            """
            id ids key code codes no nr num number zip zipcode plz postal postcode phone fax isbn ean gtin
            sku lat lon lng latitude longitude uuid guid version iban fips serial hash token
            """);

    /** Numbers of places and points, wherever in a name they stand: {@code census_tracts_2010}. */
    private static final Set<String> PLACE = words(
            """
            zip phone postal lat long lon latitude longitude coord coords coordinate coordinates x y northing easting ward wards
            precinct precincts district districts tract tracts polygon boundary boundaries community neighbourhood neighborhood borough zone
            bin bbl block parcel fips geoid
            """);

    private static final Set<String> REFERS =
            words("""
            by to ref reference parent manager owner user
            """);

    private static final Set<String> QUANTITY = words(
            """
            amount total sum revenue sales cost costs value quantity qty count volume price profit tax
            discount fee fees units spend turnover paid payment subtotal net gross expense expenses budget
            duration distance weight hours minutes seconds clicks views visits injuries deaths cases
            """);

    private static final Set<String> WHOLE = words("""
            total revenue turnover sales amount
            """);

    private static final Set<String> FREE_TEXT = words(
            """
            description comment comments note notes remark remarks text message url link email mail
            address street password summary details body phone fax website image firstname lastname
            surname forename fullname photo geometry wkt geojson
            """);

    private static final Set<String> GROUPING = words(
            """
            status type kind category segment region country state channel class size phase department
            gender group brand level priority currency method mode source city team species sector
            industry product season
            """);

    private static final Set<String> PERIOD = words("""
            year fiscalyear yr
            """);

    private static final Set<String> READINGS = words(
            """
            sensor sensors reading readings measurement measurements metric metrics weather telemetry
            observation observations
            """);

    private final List<String> words;

    private ColumnWords(List<String> words) {
        this.words = words;
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    static ColumnWords of(String name) {
        return new ColumnWords(Arrays.stream(SnakeCase.of(name).split("_"))
                .filter(w -> !w.isEmpty())
                .flatMap(ColumnWords::apart)
                .toList());
    }

    /** {@code customerid} and {@code unitprice} are two words written as one. */
    private static Stream<String> apart(String word) {
        Matcher glued = GLUED.matcher(word);
        return glued.matches()
                ? IntStream.rangeClosed(1, glued.groupCount())
                        .mapToObj(glued::group)
                        .filter(Objects::nonNull)
                : Stream.of(word);
    }

    List<String> list() {
        return words;
    }

    /** Rates, prices per unit, and what else has no meaningful sum. */
    boolean perUnit() {
        return any(PER_UNIT) || inOrder("unit", "price") || inOrder("list", "price") || inOrder("unit", "cost");
    }

    /** How much there is at a moment, such as a balance. */
    boolean stock() {
        return any(STOCK);
    }

    /** Numbers that name things. */
    boolean code() {
        return CODE.contains(last()) || words.size() > 1 && REFERS.contains(last()) || any(PLACE) && !quantity();
    }

    /** The identifier of something else: {@code customer_id}. */
    boolean reference() {
        return words.size() > 1 && Set.of("id", "key", "uuid", "guid").contains(last());
    }

    boolean quantity() {
        return any(QUANTITY);
    }

    /** Money of the whole, not of a part: {@code cost_total} before {@code cost_other}. */
    boolean whole() {
        return any(WHOLE);
    }

    boolean price() {
        return last().equals("price") && !any(WHOLE);
    }

    boolean pieces() {
        return words.contains("quantity") || words.contains("qty") || words.contains("units");
    }

    /** Text that nobody groups by: prose, addresses, names of people. */
    boolean freeText() {
        return any(FREE_TEXT) || inOrder("first", "name") || inOrder("last", "name") || inOrder("full", "name");
    }

    boolean grouping() {
        return any(GROUPING);
    }

    boolean period() {
        return words.stream().anyMatch(PERIOD::contains);
    }

    /** Of a table: its rows are readings of an instrument. */
    boolean readings() {
        return any(READINGS);
    }

    boolean shares(ColumnWords other) {
        return words.stream().anyMatch(w -> w.length() > 2 && other.words.contains(w));
    }

    /** {@code cost_total} as "cost", {@code total_amount} as "amount", {@code customer_id} and {@code customer_name} as "customer". */
    String thing() {
        List<String> shorter = new ArrayList<>(words);
        shorter.removeIf(w -> Set.of("total", "sum").contains(w));
        if (shorter.size() > 1
                && Set.of("id", "key", "uuid", "guid", "name").contains(shorter.get(shorter.size() - 1))) {
            shorter.remove(shorter.size() - 1);
        }
        return shorter.isEmpty() ? String.join(" ", words) : String.join(" ", shorter);
    }

    /** The name with blanks. */
    String spoken() {
        return String.join(" ", words);
    }

    private String last() {
        return words.get(words.size() - 1);
    }

    private boolean any(Set<String> known) {
        return words.stream().anyMatch(known::contains);
    }

    private boolean inOrder(String first, String second) {
        int at = words.indexOf(first);
        return at >= 0 && at + 1 < words.size() && words.get(at + 1).equals(second);
    }
}
