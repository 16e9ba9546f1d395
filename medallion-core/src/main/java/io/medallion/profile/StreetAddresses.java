package io.medallion.profile;

import static io.medallion.profile.HeaderTerms.terms;
import static io.medallion.profile.Recognition.HALF;
import static io.medallion.profile.Recognition.MANY;
import static io.medallion.profile.Recognition.MOST;

import java.util.Set;
import java.util.regex.Pattern;

/** Postal addresses down to the house, and streets without one, as the languages write them. */
final class StreetAddresses {

    private static final Set<String> ADDRESS = terms(
            """
            address addresses addr addrs adress streetaddress mailingaddress homeaddress addressline addressstreet fulladdress
            siteaddress adresse adresses direccion direcciones direc domicilio endereco enderecos logradouro indirizzo indirizzi adres
            anschrift adressen wohnadresse postadresse bezoekadres postadres addresscontinued addresscont addresscontinuation suite apt apartment apartamento
            """);

    private static final Set<String> OTHER_ADDRESS = terms(
            """
            email mail emailaddress ip ipaddress mac macaddress web webaddress url website type id code count status date flag
            city state zip country district
            """);

    private static final Set<String> STREET = terms(
            "street streets streetname st stname xstreet crossstreet road roadname calle calles rue voie strasse strassenname via straat"
                    + " straatnaam rua nombrecalle nomrue onstreet offstreet intersection");

    private static final Set<String> TYPE = terms("streettype sttype streetsuffix stsuffix suffix suf type postdir");

    private static final Set<String> PLACE =
            terms("location locations site place premise premises block ubicacion lieu lugar emplacement situation");

    private static final Pattern LETTERS = Pattern.compile("(?s).*\\p{L}.*");
    private static final Pattern SEVERAL = Pattern.compile("(?s).*\\p{L}.*\\s.*|.*[0-9].*");

    private static final String EN =
            "(st|str|street|ave?|av|avenue|blvd|boulevard|rd|road|dr|drive|ln|lane|ct|court|pl|place|way|pkwy|pky|parkway|hwy|highway|cir"
                    + "|circle|ter|terrace|trl|trail|sq|square|loop|pike|plz|plaza|cres|crescent|close|row|expy|fwy|rte|route|broadway|path)";

    /** Written out, so that it can hardly be anything else: a number, a name and the kind of street. */
    private static final Pattern WRITTEN_OUT = Pattern.compile(
            "(?isu)"
                    + "#?[0-9]+[A-Z]?([-/][0-9]+[A-Z]?)?( 1/2)?,? (\\S*\\p{L}\\S* +){1,6}" + EN + "\\b\\.?.*"
                    + "|(calle|carrera|avenida|transversal|diagonal|paseo|plaza|rua|travessa|praça|praca|estrada|alameda|via|viale|piazza|vicolo)"
                    + " .*[0-9].*"
                    + "|[0-9]+ ?(bis|ter|[A-Z])?,? (rue|avenue|boulevard|chemin|allée|allee|impasse|place|quai|route|cours|passage) .*"
                    + "|.*\\p{L}(stra(ß|ss)e|str\\.|weg|platz|gasse|straat|laan|plein|gracht|vej|gade|veien|gatan|vägen),? [0-9]+ ?[a-z]?\\b.*");

    /** A number and a street, in the order of the language, shortened as people shorten it. */
    private static final Pattern HOUSE = Pattern.compile(
            "(?isu)"
                    + "#?[0-9]+[A-Z]?([-/][0-9]+[A-Z]?)?( 1/2)?,? .*\\b" + EN + "\\b\\.?.*"
                    + "|(calle|call|cl|cll|clle|carrera|cra|kra|kr|cr|av|avda|avenida|ak|ac|transv(ersal)?|tv|tr|diag(onal)?|dg|paseo|plaza|camino|c/"
                    + "|carretera|km|mz|manzana|rua|r\\.|travessa|praça|praca|estrada|rodovia|alameda|via|viale|piazza|corso|largo|vicolo)\\b.*[0-9].*"
                    + "|[0-9]+ ?(bis|ter|[A-Z])?,? .*\\b(rue|av|avenue|boulevard|bd|chemin|allée|allee|impasse|place|quai|route|cours|passage|square)\\b.*"
                    + "|.*(stra(ß|ss)e|str\\.?|weg|platz|gasse|allee|damm|ufer|ring|straat|laan|plein|kade|gracht|dijk|singel|vej|gade|veien|vegen|gata|gatan|vägen)"
                    + ",? [0-9]+ ?[a-z]?\\b.*"
                    + "|(p\\.? ?o\\.?|post( office)?) ?box .*|postfach [0-9].*|apartado .*[0-9].*|caixa postal .*|.*\\b(apt|apartment|suite|ste|unit|floor|bldg|room)\\b\\.? ?#?[0-9A-Z]+");

    /** A street is named somewhere, and a number stands beside it. */
    private static final Pattern BESIDE = Pattern.compile("(?is).*\\b" + EN + "\\b.*");

    private static final Set<String> TYPES = terms(
            """
            st str street ave av avenue blvd boulevard rd road dr drive ln lane ct court pl place way pkwy parkway hwy highway cir circle
            ter terrace trl trail sq square loop pike plz plaza cres crescent close row expy fwy rte broadway path aly alley la hts heights calle
            carrera transversal diagonal avenida rue chemin allee impasse quai strasse weg platz gasse via viale piazza corso rua
            travessa straat laan plein walk run cv cove pass bnd bend pt point
            """);

    private static final int LONGEST = 150;

    private StreetAddresses() {}

    static boolean recognises(HeaderTerms header, Sample values) {
        double houses = values.share(StreetAddresses::house);
        if (header.says(ADDRESS) && !header.says(OTHER_ADDRESS)) {
            return values.share(LETTERS) > HALF && values.share(SEVERAL) > 0.4 || houses > 0.2;
        }
        if (header.says(PLACE)) {
            return values.size() > 1
                    && (houses > HALF
                            || values.share(t -> BESIDE.matcher(t).matches() && t.matches("(?s).*[0-9].*")) > MANY);
        }
        return values.size() > 1
                && (header.says(STREET) ? houses > HALF : values.share(StreetAddresses::writtenOut) > MANY);
    }

    private static boolean writtenOut(String text) {
        return text.length() <= LONGEST
                && text.indexOf(' ') > 0
                && WRITTEN_OUT.matcher(text).matches();
    }

    private static boolean house(String text) {
        return text.length() <= LONGEST
                && text.indexOf(' ') > 0
                && HOUSE.matcher(text).matches();
    }

    /** {@code Ave}, {@code Rd}. */
    static boolean types(HeaderTerms header, Sample values) {
        return values.among(TYPES) > (header.says(TYPE) ? MANY : MOST) && (values.size() > 3 || header.says(TYPE));
    }

    static boolean names(HeaderTerms header, Sample values) {
        return header.says(STREET) && values.share(LETTERS) > MANY && values.share(t -> t.length() > 2) > MANY;
    }
}
