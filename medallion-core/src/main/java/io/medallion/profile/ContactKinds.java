package io.medallion.profile;

import static io.medallion.profile.HeaderTerms.terms;
import static io.medallion.profile.Recognition.HALF;
import static io.medallion.profile.Recognition.MANY;
import static io.medallion.profile.Recognition.MOST;

import io.medallion.profile.Recognition.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How people and machines are reached. */
final class ContactKinds {

    /** One address or several. */
    private static final Pattern EMAIL = Pattern.compile(
            "(mailto:)?[^@\\s,;]+@[^@\\s,;]+\\.[\\p{L}]{2,}\\.?(\\s*[,;/ ]\\s*[^@\\s,;]+@[^@\\s,;]+\\.[\\p{L}]{2,})*");

    private static final Set<String> EMAIL_WORDS = terms(
            """
            email emails mail emailaddress mailaddress correo correos correoelectronico courriel mel adressemail emailadresse
            mailadresse postaelettronica epost epostadress enderecoeletronico emailadres
            """);

    private static final Set<String> PHONE_WORDS = terms(
            """
            phone phones phonenumber telephone telephones telephonenumber telno telnr telnum telnumber fax faxnumber faxno telefax
            telefono telefonos telefone telefones telefon telefonnummer telefonnr telefoon telefoonnummer telefoonnr telf tfno tlf tel tels
            rufnummer mobilephone mobilenumber mobileno mobiltelefon mobilnummer cellphone cellnumber cellno celular celulares
            contactnumber contactno contactphone numerotelefono numerodetelefono numtelefono telefonofijo telefonomovil telephonefixe
            numerodetelephone numtelephone ph phno tollfree telefonocontacto numerocontacto hotline helpline landline whatsapp workphone homephone faxnummer faksnummer
            """);

    /** Words that also mean something else. */
    private static final Set<String> MAYBE_PHONE = terms(
            """
            mobile cell movil moviles handy portable gsm mobil mobiel cellulare contact contacto fijo call
            """);

    private static final Set<String> NOT_A_NUMBER = terms(
            """
            type model brand make maker manufacturer provider carrier company count calls ext extension extn plan service name email
            date time status tipo url
            """);

    private static final Pattern URL = Pattern.compile("(?i)(https?|ftp|sftp)://\\S.*|www\\.[^\\s]+\\.[^\\s]+");
    private static final Pattern DOMAIN = Pattern.compile("(?i)[a-z0-9][a-z0-9.-]*\\.[a-z]{2,}(/\\S*)?");
    private static final Set<String> URL_WORDS = terms(
            """
            url urls website websites web webpage homepage webseite siteweb sitioweb paginaweb link hyperlink site
            """);

    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    private static final String IPV4 = BYTE + "(\\." + BYTE + "){3}";
    private static final String GROUP = "[0-9a-fA-F]{1,4}";

    /** IPv4, or IPv6 (RFC 4291) in full or with one gap, with a prefix length or a port. */
    private static final Pattern IP = Pattern.compile(
            IPV4 + "(/[0-9]{1,2}|:[0-9]{2,5})?|((" + GROUP + ":){7}" + GROUP + "|(?=.*" + GROUP + ".*)(?!.*::.*::)(("
                    + GROUP + ")?:){1,6}:((" + GROUP + ":){0,5}(" + GROUP + "|" + IPV4 + "))?)(/[0-9]{1,3})?");

    private static final Set<String> USER_WORDS = terms(
            """
            username login loginname userlogin screenname nickname twitterhandle twitter instagram benutzername nombreusuario
            nomeusuario gebruikersnaam nomutilisateur identifiantutilisateur
            """);

    private static final Pattern USER = Pattern.compile("@?[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,38}");

    private ContactKinds() {}

    static List<Kind> kinds() {
        return List.of(
                new Kind(SemanticType.EMAIL, ContactKinds::email),
                new Kind(SemanticType.URL, ContactKinds::url),
                new Kind(
                        SemanticType.UUID,
                        Recognition.form("(?i)\\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\}?")),
                new Kind(
                        SemanticType.MAC_ADDRESS,
                        Recognition.form("(?i)([0-9a-f]{2}[:-]){5}[0-9a-f]{2}|([0-9a-f]{4}\\.){2}[0-9a-f]{4}")),
                new Kind(
                        SemanticType.IP_ADDRESS,
                        (h, v) -> v.share(IP) > MOST && !h.says(terms("version versions release section chapter"))),
                new Kind(SemanticType.JSON, Recognition.form("(?s)\\{\\s*(\".*)?\\}|(?s)\\[\\s*[\\[{\"].*\\]")),
                new Kind(
                        SemanticType.USER_NAME,
                        (h, v) -> h.says(USER_WORDS)
                                && v.share(USER) > MANY
                                && v.share(t -> t.matches("[0-9]+")) < HALF));
    }

    /** After the numbers that carry a check digit. */
    static List<Kind> phones() {
        return List.of(new Kind(SemanticType.PHONE, ContactKinds::phone));
    }

    private static boolean email(HeaderTerms header, Sample values) {
        return values.share(EMAIL) > (header.says(EMAIL_WORDS) ? HALF : MOST);
    }

    private static boolean url(HeaderTerms header, Sample values) {
        return values.share(URL) > MOST
                || header.says(URL_WORDS)
                        && (values.share(URL) > HALF || values.share(URL) + values.share(DOMAIN) > MANY);
    }

    private static boolean phone(HeaderTerms header, Sample values) {
        double form = values.share(PhoneNumbers::form);
        if (form < HALF || header.says(NOT_A_NUMBER) && !header.says(PHONE_WORDS)) {
            return false;
        }
        if (header.says(PHONE_WORDS)) {
            return !header.says(terms("type model count calls ext extension extn date"));
        }
        double separated = values.share(PhoneNumbers::separated);
        if (header.says(MAYBE_PHONE)) {
            return separated > HALF || PhoneNumbers.valid(values) > HALF;
        }
        return values.size() > 1 && values.share(PhoneNumbers::certain) > MOST && PhoneNumbers.valid(values) > MOST;
    }
}
