package io.medallion.profile;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the values of a column are in the world, as far as it is recognised by the words of the header and the share of different
 * values that have the form, pass the check digit or stand in a list; never by a single value.
 *
 * <p>{@link #personal} is about a column seen alone: it names, reaches or locates one person. Gender, origin and language
 * describe a person only beside such a column and are not flagged.
 */
public enum SemanticType {
    /** An email address. */
    EMAIL(true, true),
    /** A web address with its scheme, or beginning with {@code www.}. */
    URL(false, true),
    /** A telephone or fax number, national or international. */
    PHONE(true, true),
    /** An IPv4 or IPv6 address; personal since CJEU C-582/14 (Breyer). */
    IP_ADDRESS(true, true),
    /** The hardware address of a network interface. */
    MAC_ADDRESS(true, true),
    /** A universally unique identifier (RFC 9562). */
    UUID(false, true),
    /** A name a person signs in with or is known by. */
    USER_NAME(true, false),

    /** An international bank account number (ISO 13616, remainder of 97). */
    IBAN(true, true),
    /** The code of a bank (ISO 9362). */
    BIC(false, true),
    /** The number of a payment card (ISO/IEC 7812, Luhn). */
    CARD_NUMBER(true, true),
    /** A social security number of the United States. */
    SOCIAL_SECURITY_NUMBER(true, true),
    /** A number a state gave to a person: identity card, tax, health or social insurance. */
    NATIONAL_ID(true, false),
    /** The number of a passport. */
    PASSPORT_NUMBER(true, true),
    /** The registration plate of a vehicle. */
    LICENSE_PLATE(true, true),
    /** A vehicle identification number (ISO 3779). */
    VIN(false, true),
    /** A tax or register number of a business. */
    TAX_ID(false, true),
    /** An international standard book number, 10 or 13 digits. */
    ISBN(false, true),
    /** An international standard serial number. */
    ISSN(false, true),
    /** A GTIN, EAN or UPC of an article. */
    EAN(false, false),
    /** The identifier of a security or of a legal entity: CUSIP, ISIN, LEI. */
    SECURITY_ID(false, true),
    /** A code of an industry such as NAICS. */
    INDUSTRY_CODE(false, true),

    /** The first names of a person. */
    FIRST_NAME(true, false),
    /** A middle name or initial of a person. */
    MIDDLE_NAME(true, false),
    /** The family name of a person. */
    LAST_NAME(true, false),
    /** The full name of a person. */
    PERSON_NAME(true, false),
    /** What follows a name, such as Jr. or III. */
    NAME_SUFFIX(false, false),
    /** What precedes a name, such as Mrs or Dr. */
    HONORIFIC(false, false),
    /** The day a person was born. */
    BIRTH_DATE(true, false),
    /** Male, female and others. */
    GENDER(false, false),
    /** Race or ethnic group. */
    RACE(false, false),
    /** The title of a job. */
    JOB_TITLE(false, false),
    /** The name of a business or another organisation. */
    COMPANY_NAME(false, false),

    /** A street address or a further line of one. */
    ADDRESS(true, false),
    /** The name of a street without a house number. */
    STREET_NAME(false, false),
    /** The kind of a street, such as Ave. */
    STREET_TYPE(false, false),
    /** A town or municipality. */
    CITY(false, false),
    /** A county. */
    COUNTY(false, false),
    /** A state, province or department, by name or code. */
    STATE(false, false),
    /** A postal code. */
    POSTAL_CODE(false, true),
    /** A country by name. */
    COUNTRY(false, false),
    /** A country by its code of ISO 3166. */
    COUNTRY_CODE(false, false),
    /** A code of a place in the statistics of the United States. */
    FIPS_CODE(false, true),
    /** Degrees of latitude. */
    LATITUDE(false, false),
    /** Degrees of longitude. */
    LONGITUDE(false, false),
    /** Latitude and longitude in one value. */
    COORDINATE_PAIR(false, true),
    /** A coordinate towards the east in metres or feet. */
    EASTING(false, false),
    /** A coordinate towards the north in metres or feet. */
    NORTHING(false, false),
    /** A geometry as well-known text (OGC Simple Features). */
    GEOMETRY(false, true),
    /** An airport by its code of IATA. */
    AIRPORT_CODE(false, false),
    /** An airline by name. */
    AIRLINE(false, false),

    /** A currency by its code of ISO 4217. */
    CURRENCY_CODE(false, false),
    /** A language by name or code of ISO 639. */
    LANGUAGE(false, false),
    /** A calendar year. */
    YEAR(false, false),
    /** A quarter of a year. */
    QUARTER(false, false),
    /** A month by name. */
    MONTH(false, false),
    /** A day of the week by name. */
    DAY_OF_WEEK(false, false),
    /** Prose. */
    FREE_TEXT(false, false),
    /** A JSON document (RFC 8259). */
    JSON(false, true);

    private final boolean personal;
    private final boolean code;

    SemanticType(boolean personal, boolean code) {
        this.personal = personal;
        this.code = code;
    }

    /** Whether such a column names, reaches or locates one person. */
    public boolean personal() {
        return personal;
    }

    /** Whether the values stay text although they may look like numbers. */
    public boolean code() {
        return code;
    }

    /** The type of this name, if it is one of these: a host may write others into its specs. */
    public static Optional<SemanticType> named(String name) {
        return Arrays.stream(values()).filter(t -> t.name().equals(name)).findFirst();
    }
}
