package io.medallion.profile;

import static io.medallion.profile.HeaderTerms.terms;
import static io.medallion.profile.Recognition.HALF;
import static io.medallion.profile.Recognition.MANY;
import static io.medallion.profile.Recognition.MOST;

import io.medallion.profile.Recognition.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What people are called and what describes them. */
final class PersonKinds {

    private static final Set<String> FIRST = terms(
            """
            firstname firstnames firstnm frstname fstname fname givenname givennames forename forenames christianname preferredname nombres primernombre segundonombre
            nombrepila prenom prenoms vorname vornamen rufname primeironome primonome voornaam voornamen fornavn fornamn etunimi imie
            """);

    private static final Set<String> LAST = terms(
            """
            lastname lastnames lastnm lstname lname surname surnames familyname secondname maidenname apellido apellidos ape primerapellido segundoapellido
            apellidopaterno apellidomaterno nomdefamille nomfamille nomusage nachname nachnamen familienname zuname geburtsname
            sobrenome sobrenomes ultimonome cognome cognomi achternaam familienaam etternavn efternamn efternavn sukunimi nazwisko
            """);

    private static final Set<String> MIDDLE = terms(
            "middlename middlenames middlenm middlei mname midname middleinitial middleinit midinitial minitial mittelname deuxiemeprenom tussenvoegsel");

    private static final Set<String> FULL = terms(
            """
            fullname personname namefull nombrecompleto nombreyapellido nombreyapellidos nombresyapellidos apellidosynombres
            apellidosynombre nomcomplet nometprenom nomprenom nomeprenome nomecompleto nomeecognome nomecognome cognomenome
            cognomeenome vollername volledigenaam nachnamevorname vornamenachname
            """);

    /** Who a person is to the table; a column called so, or so and "name", mostly holds names. */
    private static final Set<String> PEOPLE = terms(
            """
            person employee patient student teacher physician doctor applicant owner contact officer agent attorney lawyer judge candidate
            senator representative legislator councilmember sponsor author director principal superintendent mayor individual player
            athlete driver passenger victim suspect defendant inmate prisoner payee licensee registrant lobbyist filer treasurer chair
            chairperson chairman president ceo manager supervisor inspector investigator instructor coach nominee incumbent deputy
            secretary resident tenant guest visitor guardian parent spouse child caretaker nurse dentist pilot captain governor
            congressperson winner laureate actor actress singer composer writer editor reporter witness requestor requester recipient
            cardholder holder beneficiary lessee member server opponent titular propietario representante representantelegal funcionario
            empleado alcalde rector profesor responsable beneficiario contratista contacto director gerente docente autor paciente alumno
            estudiante solicitante proprietaire salarie eleve enseignant maire responsable auteur beneficiaire inhaber ansprechpartner
            mitarbeiter kunde patient eigentumer geschaftsfuhrer responsavel servidor funcionaria aluno professor proprietario titolare
            dipendente sindaco responsabile medewerker eigenaar contactpersoon clerk commissioner trustee donor customer
            """);

    private static final Set<String> NAME = terms("name names nombre nom nome naam navn namn");

    /** What has a name and is no person. */
    private static final Set<String> THINGS = terms(
            """
            school site facility park street road building place company business organization organisation org vendor library station
            hospital clinic church product brand title song album track film movie book team city town county district neighborhood
            neighbourhood area region state province country species genus scientific common vessel ship boat file table column field
            program project agency department event location route bridge river lake mountain island airport airline university college
            party institution club restaurant store shop hotel drug disease ward community address description comment notes party
            escuela colegio empresa entidad municipio ciudad departamento barrio calle producto proyecto razonsocial ecole commune
            entreprise rue ville societe schule firma stadt strasse ort produkt escola cidade scuola azienda comune citta bedrijf plaats
            """);

    /** Words in the names of businesses and places. */
    private static final Set<String> NO_PERSON = terms(
            """
            inc llc ltd corp corporation company co gmbh ag bv sas plc llp lp sa srl spa ltda group holdings services service school
            street st ave avenue road rd park county university college center centre church hospital city town club association society
            foundation trust bank store shop restaurant cafe bar hotel farm farms the and of for y de la del du des und et
            international national department office district high elementary middle committee library house council
            """);

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}][\\p{L}\\p{M} .,'’`´&()/\"-]*");
    private static final Pattern INITIAL = Pattern.compile("\\p{L}\\.?([ .]?\\p{L}\\.?)?");
    private static final Pattern SUFFIX = Pattern.compile(
            "(?i)(jr|sr|snr|jnr|ii|iii|iv|v|vi|esq|md|phd|dds|dvm|cpa|rn|do|jd|2nd|3rd|filho|neto|junior|senior)\\.?");
    private static final Pattern HONORIFIC = Pattern.compile(
            "(?i)(mr|mrs|ms|miss|mx|dr|prof|rev|hon|sr|sra|srta|don|dona|m|mme|mlle|herr|frau|dhr|mevr|sig|sig\\.ra|ing|lic|sir|mister)\\.?");

    private static final Set<String> TITLES = terms(
            "mr mrs ms miss mx dr prof rev hon sir dame sra srta don dona mme mlle herr frau dhr mevr ing lic dra sig");

    private static final Set<String> GENDERS = terms(
            """
            male female man woman men women boy boys girl girls males females boysgirls masculino femenino femenina masculina hombre mujer hombres
            mujeres varon masculin feminin homme femme hommes femmes mannlich weiblich divers herr frau feminino maschile femminile maschio
            femmina uomo donna mannelijk vrouwelijk vrouw nonbinary non-binary transgender kobieta mezczyzna
            """);

    private static final Set<String> GENDER_CODES = terms("m f w h v u x o d n 0 1 2 3 9 b g");

    private static final Set<String> BIRTH = terms(
            """
            dob birthdate birthday dateofbirth birthdt bdate fechanacimiento fechadenacimiento fecnacimiento fecnac fnacimiento
            datenaissance datedenaissance geburtsdatum geburtstag gebdatum datanascita datadinascita datanascimento datadenascimento
            nascimento geboortedatum geboortedag nacimiento birthdatetime fodselsdato
            """);

    private static final Set<String> JOBS = terms(
            """
            manager director officer assistant engineer teacher clerk specialist analyst technician supervisor coordinator agent
            president secretary administrator driver nurse worker operator consultant representative mechanic inspector developer
            accountant attorney chief executive head deputy gerente jefe tecnico asesor auxiliar docente profesional leiter sachbearbeiter
            chef directeur responsable medewerker coordenador diretor impiegato lead architect editor reporter staff aide captain
            mayor councilmember councilman councillor commissioner sheriff judge superintendent senator alderman chair chairman principal
            alcalde concejal secretario consejero professor lecturer physician therapist sergeant lieutenant detective firefighter
            """);

    private static final Set<String> CERTAIN_JOB =
            terms("jobtitle occupation profession beruf profesion ocupacion profissao professione beroep metier");

    /** Names of which the lists know one in five, where the header says that they are of people. */
    private static final double SOME = 0.2;

    private PersonKinds() {}

    static List<Kind> kinds() {
        return List.of(
                new Kind(
                        SemanticType.BIRTH_DATE,
                        (h, v) -> h.says(BIRTH) && v.share(t -> t.matches(".*[0-9].*")) > HALF),
                new Kind(
                        SemanticType.GENDER,
                        (h, v) -> h.says(terms(
                                        "gender sex sexo sexe geschlecht genero genere sesso geslacht kjonn kon plec"))
                                && v.share(PersonKinds::gender) >= HALF),
                new Kind(
                        SemanticType.RACE,
                        (h, v) -> h.says(
                                        terms(
                                                "race ethnicity ethnic ethnicgroup raza etnia grupoetnico ethnie raca cor raceethnicity"))
                                && v.share(LETTERS) > MANY
                                && v.count(
                                                t -> t.toLowerCase(java.util.Locale.ROOT)
                                                        .matches(
                                                                ".*(white|black|asian|hispanic|latino|indian|indigen|african|caucasian|native"
                                                                        + "|islander|blanc|negr|mestiz|pard|preta|afro|gitan|rrom).*"))
                                        > 0),
                new Kind(
                        SemanticType.NAME_SUFFIX,
                        (h, v) -> h.says(terms("suffix suff namesuffix sufijo nachsilbe")) && v.share(SUFFIX) > MANY),
                new Kind(
                        SemanticType.HONORIFIC,
                        (h, v) -> v.share(HONORIFIC) > MOST
                                && h.says(
                                        terms(
                                                "title prefix salutation honorific tratamiento anrede civilite titulo titolo aanhef"))),
                new Kind(SemanticType.MIDDLE_NAME, PersonKinds::middle),
                new Kind(SemanticType.FIRST_NAME, PersonKinds::first),
                new Kind(SemanticType.LAST_NAME, PersonKinds::last),
                new Kind(SemanticType.PERSON_NAME, PersonKinds::full),
                new Kind(SemanticType.JOB_TITLE, PersonKinds::job));
    }

    /** Where the header says nothing of it. */
    static List<Kind> byValuesAlone() {
        return List.of(
                new Kind(
                        SemanticType.PERSON_NAME,
                        (h, v) -> v.size() >= 5 && !h.says(THINGS) && v.share(PersonKinds::looksLikePerson) > MANY),
                new Kind(
                        SemanticType.FIRST_NAME,
                        (h, v) -> v.size() >= 20
                                && (h.says(NAME) || h.says(FIRST))
                                && !h.says(THINGS)
                                && v.among(WordLists.givenNames()) > HALF));
    }

    private static boolean first(HeaderTerms header, Sample values) {
        if (header.says(FIRST) && !header.says(LAST)) {
            return letters(values);
        }
        return header.is(terms("first firsts nom nombre nome naam pernom nombreuno given vor voor"))
                && letters(values)
                && values.share(t -> WordLists.givenNames().contains(firstWord(t))) > 0.3;
    }

    private static boolean last(HeaderTerms header, Sample values) {
        if (header.says(LAST) && !header.says(FIRST)) {
            return letters(values);
        }
        return header.is(terms("last nom family"))
                && letters(values)
                && values.size() > 4
                && values.share(PersonKinds::surname) > 0.15;
    }

    private static boolean middle(HeaderTerms header, Sample values) {
        if (header.says(MIDDLE)) {
            return letters(values);
        }
        return header.is(terms("middle mid mi initial initials"))
                && values.share(t -> INITIAL.matcher(t).matches()
                                || WordLists.givenNames().contains(firstWord(t)))
                        > MANY
                && values.size() > 2;
    }

    /** Both names: the header says so, or who it is and the values look like it. */
    private static boolean full(HeaderTerms header, Sample values) {
        if (header.says(FULL) || header.says(FIRST) && header.says(LAST)) {
            return letters(values) && !header.says(terms("business company organization school"));
        }
        boolean someone = header.says(PEOPLE);
        boolean named = header.says(NAME);
        double share = values.share(PersonKinds::looksLikePerson);
        return !header.says(THINGS)
                && (someone || named)
                && (share > (someone && named ? 0.3 : someone ? 0.4 : HALF)
                        || someone && share > (named ? 0 : SOME) && values.share(PersonKinds::couldBePerson) > MOST)
                && values.size() > 1;
    }

    private static boolean job(HeaderTerms header, Sample values) {
        boolean said = header.says(terms(
                "jobtitle job jobname position positiontitle occupation profession cargo puesto ocupacion profesion fonction beruf functie qualifica"
                        + " employeetitle officialtitle denominacioncargo poste metier profissao professione beroep"));
        boolean title = header.says(terms("title titulo role"));
        if (!said && !title) {
            return false;
        }
        if (header.says(CERTAIN_JOB)) {
            return letters(values);
        }
        double jobs = values.share(
                t -> java.util.Arrays.stream(Sample.folded(t).split(" ")).anyMatch(JOBS::contains));
        return jobs > (said ? 0.2 : 0.4) && values.share(Pattern.compile(".*\\p{L}{2,}.*")) > MANY;
    }

    private static boolean gender(String text) {
        String folded = Sample.folded(text);
        return GENDERS.contains(folded.replace(" ", ""))
                || GENDER_CODES.contains(folded)
                || GENDERS.contains(folded.split(" ")[0]);
    }

    private static boolean letters(Sample values) {
        return values.share(LETTERS) > MANY;
    }

    private static String firstWord(String text) {
        return Sample.folded(text).split(" ")[0];
    }

    private static boolean surname(String text) {
        String[] words = Sample.folded(text).split(" ");
        return WordLists.surnames().contains(words[0]) || WordLists.surnames().contains(words[words.length - 1]);
    }

    /** Two to four words of letters, none of a business or place: a name in a language of which no list is kept. */
    private static boolean couldBePerson(String text) {
        String[] words = Sample.folded(text).split(" ");
        return words.length > 1
                && words.length < 5
                && LETTERS.matcher(text).matches()
                && java.util.Arrays.stream(words).noneMatch(w -> NO_PERSON.contains(w) && w.length() > 3);
    }

    /** Two to five words, one of them a given name where one stands, the others no words of businesses and places. */
    static boolean looksLikePerson(String text) {
        if (text.length() > 50 || !LETTERS.matcher(text).matches()) {
            return false;
        }
        int comma = text.indexOf(',');
        String[] words = Sample.folded(text).split(" ");
        if (words.length < 2 || words.length > 5) {
            return false;
        }
        for (String word : words) {
            if (NO_PERSON.contains(word) && !word.equals("de") && !word.equals("la") && !word.equals("del")) {
                return false;
            }
        }
        if (TITLES.contains(words[0]) && words.length > 2) {
            words = java.util.Arrays.copyOfRange(words, 1, words.length);
        }
        String first = comma > 0 ? firstWord(text.substring(comma + 1)) : words[0];
        boolean given = WordLists.givenNames().contains(first);
        boolean reversed = WordLists.surnames().contains(words[0])
                && WordLists.givenNames().contains(words[words.length - 1]);
        String family = comma > 0 ? words[0] : words[words.length - 1];
        return given || reversed || first.length() == 1 && WordLists.surnames().contains(family);
    }
}
