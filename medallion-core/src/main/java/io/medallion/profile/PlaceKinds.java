package io.medallion.profile;

import static io.medallion.profile.HeaderTerms.terms;
import static io.medallion.profile.Recognition.HALF;
import static io.medallion.profile.Recognition.MANY;
import static io.medallion.profile.Recognition.MOST;

import io.medallion.profile.Recognition.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Where things are: regions, codes and coordinates; streets are {@link StreetAddresses}. */
final class PlaceKinds {

    private static final Set<String> POSTAL = terms(
            """
            zip zipcode zipcodes zips postal postcode postcodes postalcode postalcodes postalzip zipplus plz postleitzahl cep codigopostal
            codpostal codepostal cpostal cap codiceavviamento postnummer postnr kodpocztowy zippostal
            """);

    private static final Set<String> CITY = terms(
            """
            city cities cityname town township municipality ciudad municipio localidad poblacion ville commune localite stadt ort gemeinde
            wohnort ortschaft cidade localidade citta comune localita stad woonplaats plaats plaatsnaam gemeente village locality suburb
            placename nommunicipio nombremunicipio by kommune
            """);

    private static final Set<String> STATE = terms(
            """
            state states statename statecode stateprovince province provinces provincename prov provincia provincias departamento
            departamentos depto dpto region bundesland land departement estado estados uf provincie kanton canton stato regione st
            stateabbr stateabbreviation jurisdiction territory nombredepartamento nomdepartamento
            """);

    private static final Set<String> COUNTRY = terms(
            """
            country countries countryname countrycode nation nationality pais paises paisorigen nacionalidad pays nationalite
            staat herkunftsland staatsangehorigkeit nacionalidade paese nazione nazionalita nationaliteit citizenship iso iso2 iso3
            countryoforigin isocountry
            """);

    private static final Set<String> LAND = terms("land laender lander");

    private static final Set<String> COMPANY = terms(
            """
            company companies companyname business businessname organization organisation organizationname organisationname employer employername
            firm corporation legalname tradename dba dbaname doingbusinessas razonsocial empresa nombreempresa entidad entreprise raisonsociale
            societe firma firmenname unternehmen azienda ragionesociale bedrijf bedrijfsnaam supplier suppliername vendor vendorname
            manufacturer contractor contractorname proveedor fournisseur lieferant nomempresa vendedor client
            """);

    private static final Pattern LEGAL_FORM = Pattern.compile(
            "(?i).*\\b(inc|llc|l\\.l\\.c|ltd|limited|corp|corporation|co|company|gmbh|ag|b\\.?v|n\\.?v|s\\.?a\\.?s|s\\.?a|plc|llp|lp|s\\.?r\\.?l|s\\.?p\\.?a|ltda|e\\.?i\\.?r\\.?l|kg|ohg|oy|ab|aps|pty)\\b\\.?.*");

    private static final Pattern WORDS = Pattern.compile("\\p{L}[\\p{L}\\p{M} .,'’`´()&/-]*");
    private static final Pattern NAMES = Pattern.compile("[\\p{L}\\p{N}].*\\p{L}.*|\\p{L}.*");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{1,9}");
    private static final Set<String> POSTAL_AREAS = terms("zips zipcodes postcodes postalcodes");
    private static final Pattern NUMBERED_AREA = Pattern.compile("[1-9][0-9]*");
    private static final Pattern CERTAIN_POSTAL = Pattern.compile(
            "(?i)[ABCEGHJ-NPRSTVXY][0-9][A-Z] ?[0-9][A-Z][0-9]|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][ABD-HJLNP-UW-Z]{2}");
    private static final Pattern DEGREES = Pattern.compile("[+-]?[0-9]{1,3}([.,][0-9]+)?");
    private static final String NUMBER = "[+-]?[0-9]{1,3}\\.[0-9]+";

    private PlaceKinds() {}

    /**
     * Numbers of postal areas on a map, as open data portals add them under a header in the plural: not as long as one another, and none begins
     * with 0.
     */
    private static boolean areas(HeaderTerms header, Sample values) {
        return header.is(POSTAL_AREAS)
                && values.share(NUMBERED_AREA) == 1
                && values.values().stream().mapToInt(String::length).distinct().count() > 1;
    }

    static List<Kind> kinds() {
        return List.of(
                new Kind(
                        SemanticType.COORDINATE_PAIR,
                        Recognition.form("[(\\[]?" + NUMBER + "°? ?[,; ] ?" + NUMBER + "°?[)\\]]?")),
                new Kind(
                        SemanticType.GEOMETRY,
                        Recognition.form(
                                "(?is)(SRID=[0-9]+;)?(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)( ?Z?M?) ?(\\(.*|EMPTY)")),
                new Kind(
                        SemanticType.LATITUDE,
                        (h, v) -> h.says(
                                        terms(
                                                "lat latitude latitud latitudine breite breitengrad breedtegraad gpslat gpslatitude latdd intptlat"))
                                && v.share(t -> degrees(t, 90)) > MOST),
                new Kind(
                        SemanticType.LONGITUDE,
                        (h, v) -> h.says(
                                        terms(
                                                "lon lng long longitude longitud longitudine lange langengrad lengtegraad gpslon gpslongitude londd intptlon"))
                                && v.share(t -> degrees(t, 180)) > MOST),
                new Kind(
                        SemanticType.EASTING,
                        (h, v) ->
                                grid(h, v, terms("easting eastings hochwert este coordenadaeste xcoord xcoordinate"))),
                new Kind(
                        SemanticType.NORTHING,
                        (h, v) ->
                                grid(h, v, terms("northing northings rechtswert coordenadanorte ycoord ycoordinate"))),
                new Kind(
                        SemanticType.POSTAL_CODE,
                        (h, v) -> h.says(POSTAL) && v.share(CODE) > MOST && !areas(h, v)
                                || v.share(CERTAIN_POSTAL) > MOST && v.size() > 2),
                new Kind(SemanticType.COUNTRY_CODE, PlaceKinds::countryCode),
                new Kind(SemanticType.COUNTRY, PlaceKinds::country),
                new Kind(SemanticType.ADDRESS, StreetAddresses::recognises),
                new Kind(SemanticType.STREET_TYPE, StreetAddresses::types),
                new Kind(SemanticType.STREET_NAME, StreetAddresses::names),
                new Kind(SemanticType.STATE, PlaceKinds::state),
                new Kind(
                        SemanticType.COUNTY,
                        (h, v) -> h.says(terms(
                                        "county counties countyname parish borough condado comte shire boroughname"))
                                && !h.says(terms("code fips number id"))
                                && v.share(WORDS) > MANY),
                new Kind(
                        SemanticType.CITY,
                        (h, v) -> h.says(CITY)
                                && !h.says(terms("code type id number limits council"))
                                && v.share(WORDS) > MANY),
                new Kind(
                        SemanticType.AIRPORT_CODE,
                        (h, v) -> h.says(
                                        terms(
                                                "airport airportcode iata iatacode origin destination dest aeropuerto aeroport flughafen"))
                                && v.share(Pattern.compile("[A-Z]{3}")) > MOST),
                new Kind(
                        SemanticType.AIRLINE,
                        (h, v) -> h.says(terms(
                                        "airline airlines airlinename aerolinea compagnieaerienne fluggesellschaft"))
                                && v.share(NAMES) > MANY
                                && v.share(t -> t.length() > 3) > HALF),
                new Kind(SemanticType.COMPANY_NAME, PlaceKinds::company));
    }

    /** Where the header says nothing of it. */
    static List<Kind> byValuesAlone() {
        return List.of(
                new Kind(
                        SemanticType.COMPANY_NAME,
                        (h, v) -> v.size() > 5
                                && !h.says(terms("type description comment notes"))
                                && v.share(t -> t.length() < 80
                                                && LEGAL_FORM.matcher(t).matches())
                                        > 0.4),
                new Kind(
                        SemanticType.COUNTRY,
                        (h, v) -> v.size() > 4
                                && v.share(t -> t.length() > 3
                                                && WordLists.countries().contains(Sample.folded(t)))
                                        > MOST),
                new Kind(
                        SemanticType.STATE,
                        (h, v) -> v.size() > 4
                                && v.share(t -> t.length() > 3
                                                && WordLists.regions().contains(Sample.folded(t)))
                                        > MOST));
    }

    private static boolean degrees(String text, int most) {
        return DEGREES.matcher(text).matches() && Math.abs(Double.parseDouble(text.replace(',', '.'))) <= most;
    }

    private static boolean grid(HeaderTerms header, Sample values, Set<String> terms) {
        return header.says(terms) && values.share(Pattern.compile("[+-]?[0-9]{4,9}([.,][0-9]+)?")) > MOST;
    }

    private static boolean countryCode(HeaderTerms header, Sample values) {
        return (header.says(COUNTRY) || header.says(LAND))
                && values.share(t -> t.length() < 4 && WordLists.countryCodes().contains(t.toUpperCase(Locale.ROOT)))
                        > MANY;
    }

    private static boolean country(HeaderTerms header, Sample values) {
        double known = values.among(WordLists.countries());
        return header.says(LAND) && known > MANY
                || header.says(COUNTRY)
                        && !header.says(terms("code id"))
                        && (known > 0.3 || values.share(WORDS) > MANY && values.share(t -> t.length() > 3) > HALF);
    }

    /** {@code State} and {@code estado} also say in what condition something is: the values decide. */
    private static boolean state(HeaderTerms header, Sample values) {
        if (!header.says(STATE) || header.says(terms("country"))) {
            return false;
        }
        double known = values.share(t -> {
            String folded = Sample.folded(t);
            return WordLists.regions().contains(folded)
                    || WordLists.regionCodes().contains(folded);
        });
        return known > HALF;
    }

    private static boolean company(HeaderTerms header, Sample values) {
        return header.says(COMPANY)
                && !header.says(terms("type code id number status category size unit state date"))
                && values.share(NAMES) > MANY
                && (values.size() > 10
                        || values.share(t -> LEGAL_FORM.matcher(t).matches()) > 0.2);
    }
}
