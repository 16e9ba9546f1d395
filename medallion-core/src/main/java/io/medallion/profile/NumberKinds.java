package io.medallion.profile;

import static io.medallion.profile.HeaderTerms.terms;
import static io.medallion.profile.Recognition.HALF;
import static io.medallion.profile.Recognition.MANY;
import static io.medallion.profile.Recognition.MOST;

import io.medallion.profile.Recognition.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers and codes that identify, most of them with a check digit. */
final class NumberKinds {

    /** Of ten numbers one satisfies a check digit by chance; of so many, never all. */
    private static final int ENOUGH = 8;

    private static final Set<String> CARD_NUMBER = terms(
            """
            cardnumber cardno cardnum creditcard creditcardnumber ccnumber ccnum debitcard numerotarjeta numerocarte
            kartennummer kreditkartennummer numerocartao pan numerocarta kaartnummer
            """);

    private static final Set<String> CARD = terms("card cc tarjeta carte karte cartao carta kaart");

    private static final Set<String> SSN = terms("ssn socialsecurity socialsecuritynumber socialsecurityno");

    private static final Set<String> NATIONAL = terms(
            """
            dni nif cedula cedulas numerocedula curp cpf codicefiscale codfiscale codfisc bsn pesel personnummer fodselsnummer
            cprnumber sinnumber socialinsurancenumber nationalid nationalidnumber nationalidentitynumber idcardnumber identitycard
            identitynumber nhsnumber nino nationalinsurancenumber aadhaar aadhar aadhaarnumber steueridentifikationsnummer steuerid
            sozialversicherungsnummer ahvnummer personalausweis personalausweisnummer documentoidentidad documentodeidentidad
            numerodocumento numdocumento nrodocumento numeroidentificacion numerodeidentificacion identificacion numerosecuritesociale
            numsecu rijksregisternummer medicarenumber medicareno driverlicense driverlicence driverslicense driverslicensenumber
            licenciadeconducir fuhrerscheinnummer numerodni dninie
            """);

    private static final Set<String> PASSPORT = terms(
            "passport passportnumber passportno pasaporte numeropasaporte passeport numeropasseport passnummer reisepass paspoort"
                    + " paspoortnummer passaporte passaporto");

    private static final Set<String> PLATE = terms(
            """
            licenseplate licenceplate licenseplatenumber plate platenumber plateno numberplate registrationplate vehicleplate placa
            placas placavehiculo matriculavehiculo immatriculation plaqueimmatriculation kennzeichen kfzkennzeichen targa kenteken
            plateid
            """);

    private static final Set<String> TAX =
            terms("ein fein taxid vatnumber vatid vatno ustid ustidnr cif cnpj nit abn ruc rfc siren"
                    + " siret partitaiva piva kvk kvknummer taxidentificationnumber tin nitempresa");

    private static final Set<String> EAN =
            terms("ean eancode gtin upc upccode barcode ean13 codigobarras codebarre codebarres strichcode");

    private static final Set<String> SECURITY = terms("cusip isin lei sedol");

    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}( ?[A-Z0-9]{4}){2,7}( ?[A-Z0-9]{1,4})?");
    private static final Pattern NUMBER = Pattern.compile("(?i)[A-Z]{0,4}[0-9][0-9A-Z./ -]{4,19}");
    private static final Pattern PLATES = Pattern.compile("(?i)(?=.*[0-9])[A-ZÄÖÜ0-9][A-ZÄÖÜ0-9 ·-]{2,10}");
    private static final Pattern VIN = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");
    private static final Pattern BOOK = Pattern.compile("[0-9X -]{9,18}");

    private NumberKinds() {}

    static List<Kind> kinds() {
        return List.of(
                new Kind(
                        SemanticType.IBAN,
                        (h, v) -> v.share(CheckDigits::iban) > MOST || h.says(Set.of("iban")) && v.share(IBAN) > HALF),
                new Kind(SemanticType.BIC, NumberKinds::bic),
                new Kind(SemanticType.CARD_NUMBER, NumberKinds::card),
                new Kind(
                        SemanticType.SOCIAL_SECURITY_NUMBER,
                        (h, v) -> v.share(NationalIds::ssn) > MOST
                                || h.says(SSN)
                                        && v.share(Pattern.compile("[0-9Xx*]{3}-?[0-9Xx*]{2}-?[0-9]{4}")) > HALF),
                new Kind(
                        SemanticType.PASSPORT_NUMBER,
                        (h, v) -> h.says(PASSPORT)
                                && v.share(Pattern.compile("(?i)[A-Z]{0,3}[0-9]{5,9}[A-Z0-9]?")) > MANY),
                new Kind(SemanticType.NATIONAL_ID, NumberKinds::national),
                new Kind(
                        SemanticType.VIN,
                        (h, v) -> v.share(CheckDigits::vin) > MOST
                                || h.says(
                                                terms(
                                                        "vin vinnumber vehicleidentificationnumber bastidor fahrgestellnummer telaio"))
                                        && v.share(VIN) > HALF),
                new Kind(SemanticType.LICENSE_PLATE, (h, v) -> h.says(PLATE) && v.share(PLATES) > MANY),
                new Kind(
                        SemanticType.ISBN,
                        (h, v) -> h.says(terms("isbn isbn10 isbn13")) && v.share(BOOK) > HALF
                                || v.size() >= ENOUGH
                                        && v.share(t -> t.startsWith("97") && CheckDigits.isbn(t)) > MOST),
                new Kind(
                        SemanticType.ISSN,
                        (h, v) -> v.size() >= ENOUGH && v.share(t -> t.contains("-") && CheckDigits.issn(t)) > MOST
                                || h.says(terms("issn eissn")) && v.share(CheckDigits::issn) > HALF),
                new Kind(
                        SemanticType.EAN,
                        (h, v) -> h.says(EAN) && v.share(CheckDigits::ean) > HALF
                                || v.size() >= ENOUGH && v.share(t -> t.length() == 13 && CheckDigits.ean(t)) > MOST),
                new Kind(
                        SemanticType.SECURITY_ID,
                        (h, v) -> h.says(SECURITY) && v.share(Pattern.compile("[0-9A-Z]{6,20}")) > MOST
                                || v.share(t -> CheckDigits.isin(t) || CheckDigits.lei(t)) > MOST),
                new Kind(
                        SemanticType.TAX_ID,
                        (h, v) ->
                                h.says(TAX) && v.share(Pattern.compile("(?i)[A-Z]{0,3}[0-9][0-9A-Z./-]{5,17}")) > MANY),
                new Kind(
                        SemanticType.FIPS_CODE,
                        (h, v) -> h.says(terms("fips geoid geoids")) && v.share(Pattern.compile("[0-9A-Z.-]+")) > MOST),
                new Kind(
                        SemanticType.INDUSTRY_CODE,
                        (h, v) -> h.says(Set.of("naics")) && v.share(Pattern.compile("[0-9A-Z.-]+")) > MOST));
    }

    private static boolean bic(HeaderTerms header, Sample values) {
        return header.says(terms("bic swift swiftcode biccode swiftbic bicswift"))
                && values.share(t -> BIC.matcher(t).matches()
                                && WordLists.countryCodes().contains(t.substring(4, 6)))
                        > MANY;
    }

    private static boolean card(HeaderTerms header, Sample values) {
        boolean digits = values.share(t -> CheckDigits.bare(t).matches("[0-9]{12,19}")) > MOST;
        if (header.says(CARD_NUMBER)) {
            return digits || values.share(t -> t.matches("[0-9Xx* -]{8,23}") && t.matches(".*[Xx*]{4}.*")) > MOST;
        }
        double cards = digits ? values.share(CheckDigits::card) : 0;
        return header.says(CARD) ? cards > HALF : values.size() >= ENOUGH && cards == 1;
    }

    private static boolean national(HeaderTerms header, Sample values) {
        boolean kindOf = header.says(terms("type tipo typ date fecha status estado"));
        return values.share(NationalIds::certain) > MOST && values.size() > 1
                || header.says(NATIONAL) && !kindOf && values.share(NUMBER) > MANY
                || header.says(terms("sin rut run nie nir insurancenumber personalnumber"))
                        && values.size() > 1
                        && values.share(NationalIds::checked) > MOST;
    }
}
