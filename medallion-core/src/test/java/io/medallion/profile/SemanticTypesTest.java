package io.medallion.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SemanticTypesTest {

    @ParameterizedTest(name = "{0} holds {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "E-Mail-Adresse; anna@firma.de|b.meier@web.de|keine; EMAIL",
                "correo_electronico; juan@correo.co|ND|maria@hotmail.com; EMAIL",
                "x; a@b.org|c@d.com|e@f.net; EMAIL",
                "Courriel; info@mairie.fr|contact@ville.fr|x@y.fr; EMAIL",
            })
    void addresses_of_mail_are_known_by_their_form(String header, String values, String type) {
        assertThat(type(header, values)).isEqualTo("EMAIL");
    }

    @ParameterizedTest(name = "{0} holds {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "Teléfono; 3361969|3204222901|8600301; PHONE",
                "Téléphone fixe; 01 42 68 53 00|04 91 13 89 00; PHONE",
                "Telefonnummer; 030/1234567|089 123456-0|+49 711 2842222; PHONE",
                "Celular; 3104567890|3204222901|3175106588; PHONE",
                "contact_number; 917.856.2368|718.369.0303|718.726.9790 ext.127; PHONE",
                "x; (902) 446-4995|(902) 847-9696|(902) 275-5622; PHONE",
                "x; +55 (12) 3923-5555|+49 711 2842222|+1 514 721 4711; PHONE",
                "FAX_NUMBER; 7804360385|7804732533|7803923499; PHONE",
                "website; www.a.org|http://b.org|https://c.org/x; URL",
                "sitio_web; alcaldia.gov.co|www.x.co|http://y.co; URL",
                "ip; 10.0.0.1|192.168.1.20; IP_ADDRESS",
                "x; 2001:db8::1|fe80::1|2001:0db8:85a3:0000:0000:8a2e:0370:7334; IP_ADDRESS",
                "mac; 00:1A:2B:3C:4D:5E|00-1a-2b-3c-4d-5f; MAC_ADDRESS",
                "device; 50a2d1c4-d788-4498-a6f7-dd75d4dd8451|438005c2-dd1d-48aa-8bfd-7fb06851b5f8; UUID",
                "iban; DE89370400440532013000|GB82WEST12345698765432; IBAN",
                "konto; DE89 3704 0044 0532 0130 00|FR14 2004 1010 0505 0001 3M02 606; IBAN",
                "BIC; DEUTDEFF|COBADEFFXXX|BNPAFRPP; BIC",
                "card number; 4111111111111111|5500005555555559|378282246310005; CARD_NUMBER",
                "tarjeta; 4111111111111111|5500005555555559|378282246310005; CARD_NUMBER",
                "x; 078-05-1121|219-09-9998; SOCIAL_SECURITY_NUMBER",
                "DNI; 12345678Z|X1234567L; NATIONAL_ID",
                "x; 12345678Z|00000000T|X1234567L; NATIONAL_ID",
                "Codice Fiscale; RSSMRA85T10A562S|MRTMTT91D08F205J; NATIONAL_ID",
                "cedula; 79456123|1020304050|52123456; NATIONAL_ID",
                "rut; 12.345.678-5|11.111.111-1; NATIONAL_ID",
                "cpf; 529.982.247-25|111.444.777-35; NATIONAL_ID",
                "número de pasaporte; AB123456|XD9876543; PASSPORT_NUMBER",
                "Kennzeichen; B-AB 1234|M-XY 77; LICENSE_PLATE",
                "VIN; 1M8GDM9AXKP042788|11111111111111111; VIN",
                "isbn; 978-3-16-148410-0|0-306-40615-2; ISBN",
                "issn; 0378-5955|2049-3630; ISSN",
                "EAN; 4006381333931|5901234123457; EAN",
                "isin; US0378331005|DE000BAY0017; SECURITY_ID",
            })
    void what_reaches_or_identifies_is_known_by_form_and_check_digit(String header, String values, String type) {
        assertThat(type(header, values)).isEqualTo(type);
    }

    @ParameterizedTest(name = "{0} holds {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "first_name; Kyle|Michael|Zebulon; FIRST_NAME",
                "CUSTFIRSTNAME; KYLE|MICHAEL; FIRST_NAME",
                "Prénom; Amélie|Jean-Luc; FIRST_NAME",
                "Vorname; Jürgen|Anke; FIRST_NAME",
                "primer_nombre; LUIS|MARIA; FIRST_NAME",
                "Voornaam; Sanne|Daan; FIRST_NAME",
                "first; BRIAN|JACOB|K. DALE|STEVE; FIRST_NAME",
                "last; MILLER|HUNTER|HASKELL|HANSEN|LINTON; LAST_NAME",
                "Primer Apellido; RAMIREZ|GUTIERREZ|DE LA CRUZ; LAST_NAME",
                "Nachname; Müller|von der Leyen; LAST_NAME",
                "Cognome; Rossi|D'Angelo; LAST_NAME",
                "sobrenome; Silva|Araújo; LAST_NAME",
                "MI; L|W|D|J; MIDDLE_NAME",
                "middlename; R|Maria|Allen; MIDDLE_NAME",
                "Nombre completo; JUAN PÉREZ|LUZ MARINA ROJAS; PERSON_NAME",
                "Customer Name; Stephanie Williams|Nicole Hall|Brendan Rodriguez; PERSON_NAME",
                "Owner; SMITH, JOHN|GARCIA, MARIA|Lopez, Ana M; PERSON_NAME",
                "representante_legal; CARLOS ANDRES GOMEZ|MARIA FERNANDA RUIZ; PERSON_NAME",
                "Ansprechpartner; Klaus Schmidt|Petra Vogel; PERSON_NAME",
                "x; Nick Kyrgios|Roger Federer|Andy Murray|Andrey Kuznetsov|Rafael Nadal; PERSON_NAME",
                "Employee Name; Smith, J A|Garcia, M|Dr. John Miller|Hon. Mary Clark; PERSON_NAME",
                "x; DOE,JOHN|SMITH,ANNA M|GARCIA LOPEZ,MARIA|Lee, David|Brown, Karen; PERSON_NAME",
                "Child's First Name; Olivia|Liam|Emma; FIRST_NAME",
                "nome; Giulia|Marco|Gaetano; FIRST_NAME",
                "customer_name; Indrajit Basu|Tamanna Mandal|Maanav Ravel|Priya Sharma; PERSON_NAME",
                "occupation; Informatiker|Zahntechnikerin; JOB_TITLE",
                "suffix; JR|SR|III; NAME_SUFFIX",
                "DOB; 1/2/1980|3/4/1975; BIRTH_DATE",
                "Fecha de Nacimiento; 1980-01-02|1975-03-04; BIRTH_DATE",
                "Geburtsdatum; 01.02.1980|03.04.1975; BIRTH_DATE",
                "sexo; MASCULINO|FEMENINO; GENDER",
                "Geschlecht; m|w|d; GENDER",
                "Race/Ethnicity; White|Black|Other; RACE",
                "title; Mayor|City Clerk|Police Chief; JOB_TITLE",
                "Cargo; Gerente General|Auxiliar Administrativo; JOB_TITLE",
                "vendor_name; ACME INC|Foo LLC|Bar Ltd; COMPANY_NAME",
                "Razón Social; COMERCIAL XYZ SAS|INVERSIONES ABC LTDA; COMPANY_NAME",
                "x; ACME INC|Foo LLC|Bar Ltd|Baz|Qux Corp.|Müller GmbH; COMPANY_NAME",
            })
    void people_and_businesses_are_known_in_many_languages(String header, String values, String type) {
        assertThat(type(header, values)).isEqualTo(type);
    }

    @ParameterizedTest(name = "{0} holds {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "address; 3400 N Rockwell St|900 S Columbus Dr; ADDRESS",
                "Billing Address; 69 Salem Street|Theodor-Heuss-Straße 34|8, Rue Hanovre; ADDRESS",
                "Dirección; CL 18 35-50|CENTRO|CRA 28 N. 19-30; ADDRESS",
                "Adresse; 12 rue de la Paix|3 bis avenue Foch; ADDRESS",
                "Anschrift; Hauptstr. 5|Am Markt 1; ADDRESS",
                "Indirizzo; Via Roma 12|Piazza Duomo 1; ADDRESS",
                "logradouro; Rua das Flores, 123|Av. Paulista, 1578; ADDRESS",
                "adres; Keizersgracht 12|Dorpsstraat 4; ADDRESS",
                "address2; APT 309|P.O. BOX 626; ADDRESS",
                "x; 3400 N Rockwell St|900 S Columbus Dr|11 E 3rd Ave; ADDRESS",
                "x; Carrera 7 No. 12-35|Calle 100 # 19-61|Avenida 68 12 40; ADDRESS",
                "Suite; STE 100|Suite 200; ADDRESS",
                "street_name; Wrightwood|Rockwell|Natoma; STREET_NAME",
                "st_type; ST|AV|RD|PL|BLVD; STREET_TYPE",
                "Ciudad; Bogotá|Medellín; CITY",
                "Ort; München|Köln; CITY",
                "gemeente; Amsterdam|Utrecht; CITY",
                "state; TX|NY|CA; STATE",
                "Departamento; ANTIOQUIA|Valle del Cauca; STATE",
                "Bundesland; Bayern|Thüringen; STATE",
                "UF; SP|RJ|MG; STATE",
                "province; Ontario|Québec; STATE",
                "x; Alabama|Alaska|Arizona|Texas|Utah; STATE",
                "county_name; Lebanon|Franklin; COUNTY",
                "Zip; 75114|97013-1234; POSTAL_CODE",
                "PLZ; 10115|80331; POSTAL_CODE",
                "Código Postal; 110111|050001; POSTAL_CODE",
                "x; T6H3L2|T5R 1P1|T6B0N3; POSTAL_CODE",
                "country; USA|Canada|Brazil; COUNTRY",
                "País; Alemania|Francia; COUNTRY",
                "Land; Deutschland|Österreich; COUNTRY",
                "country_code; US|DE|FR; COUNTRY_CODE",
                "nationality; USA|DEU; COUNTRY_CODE",
                "lat; 41.94305204|-33.1; LATITUDE",
                "Longitud; -74.0721|-75.5636; LONGITUDE",
                "location; (39.167759, -94.595828)|(38.5, -90.4); COORDINATE_PAIR",
                "the_geom; POINT (-76.46 40.36)|POINT (-77.7 39.9); GEOMETRY",
                "geom; MULTIPOLYGON (((0 0, 1 1, 1 0, 0 0)))|POLYGON EMPTY; GEOMETRY",
                "currency; USD|EUR; CURRENCY_CODE",
                "Sprache; Deutsch|Französisch; LANGUAGE",
                "lang; en|de|fr-FR; LANGUAGE",
                "Año; 1998|2005; YEAR",
                "qtr; Q1|Q2; QUARTER",
                "month; January|February; MONTH",
                "Monat; Jan|Feb|Mär; MONTH",
                "x; lunes|martes|miércoles|jueves; DAY_OF_WEEK",
            })
    void places_times_and_codes_are_known(String header, String values, String type) {
        assertThat(type(header, values)).isEqualTo(type);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "latitude_raw; 41.94305204|41.9866294|41.87061128",
                "x_coord; 1158226.523|1130872.942|1178349.701",
                "metres; 2125550.123|3105550.198|4155550.172",
                "day; 2017-08-20|2017-08-21|2017-08-22",
                "day; 20.08.2017|21.08.2017|22.08.2017",
                "offense_time; 12:47:00|12:05:00|12:12:00",
                "inci_no; 14-0318054|15-0298002|17-0074078",
                "order_id; 3347938701|2565938310|4157938701",
                "amount; 1,234,567.00|2,345,678.00",
                "mobile_subscribers; 4567|123456|99",
                "phone_model; iPhone 12|Galaxy S21|Pixel 6",
                "call_count; 120|340|560",
                "email_type; work|home|other",
                "address_type; Mailing|Principal|Other",
                "ip_count; 1|2|3",
                "school_name; Michael Strembitsky|Johnny Bright|George Nicholson|Esther Starkman|Robert Smith",
                "product; Rock|Jazz|Metal|Blues|Latin",
                "name; Rock|Jazz|Metal|Alternative & Punk|Blues",
                "name; Philadelphia|Brooklyn|Chicago|San Francisco|New Orleans",
                "park; John Smith Park|Mary Jones Park|Lake View Park|Oak Park|River Park",
                "first_seen; 2020-01-01|2020-01-02",
                "last; 12.5|13.7|14.1",
                "last_update; 2020-01-01|2020-01-02",
                "candidate_count; 4|7|12",
                "status; New York|Completed|Shipped",
                "run_number; 10234|10235|10236",
                "case; CR 2021 0012|CR 2021 0013|CR 2021 0014",
                "case_number; 2020 CT 001234|2020 CT 001235|2020 CT 001236",
                "item; TV 42 LCD|AC 220 V|KM 45 300",
                "section; 1.2.3.4|1.2.3.5",
                "species; Rosa canina|Iris germanica|Quercus robur|Fagus sylvatica|Acer rubrum",
                "direction; North|South|East",
                "customer_name; Acme Trading Company|Northwind Foods Inc|Contoso Bank",
                "card_type; VISA|MASTERCARD|AMEX",
                "card_id; 1234567812345678|2234567812345671|3234567812345672",
                "account; 1234567890123|2234567890123|3234567890123|4234567890124|5234567890123|6234567890123|7234567890123|8234567890123",
                "version; 1.2.3|1.2.4|2.0.0",
                "ratio; 0.0677954572221072|0.0713847593236464",
                "street_count; 12|15",
                "city_id; 1|2|3",
            })
    void other_columns_are_not_taken_for_personal(String header, String values) {
        assertThat(profile(header, values).personal()).as(type(header, values)).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "state; open|closed|pending",
                "estado; V|I",
                "position; 1|2|3",
                "title; Balls to the Wall|Restless and Wild|Big Ones",
                "country_of_the_blind; 1|2|3",
                "region; 1|2|3",
                "month; 1|2|3",
                "year_built; old|new",
                "currency; 12|15",
                "code; ALL|TOP|CUP",
                "sex; unknown value|another|third",
                "type; St. Mary|Broadway",
                "designation; Building services|Other things",
                "automobile; 12 34 56|98 76 54",
                "order; second|third|first",
            })
    void a_header_alone_proves_nothing(String header, String values) {
        assertThat(profile(header, values).semanticType()).isNull();
    }

    /** One address among other texts is an accident, and so is one number that satisfies a check digit. */
    @Test
    void a_single_value_decides_nothing() {
        assertThat(type("notes", "call back|paid|info@example.org|cash|see file|none left|open|late|ok|x1"))
                .isNull();
        assertThat(type("reference", "4111111111111111|1234567812345678|1111222233334444"))
                .isNull();
        assertThat(type("serial", "4006381333931")).isNull();
    }

    @Test
    void kinds_that_stay_text_are_said_to_be_codes() {
        assertThat(profile("zip", "75114|97013").code()).isTrue();
        assertThat(profile("lat", "41.9|42.1").code()).isFalse();
        assertThat(profile("x", "a|b").kind()).isEmpty();
    }

    /** What a column holds cannot depend on the order in which its values come. */
    @Test
    void the_order_of_the_values_changes_nothing() {
        String values = "Stephanie Williams|Nicole Hall|Acme|Brendan Rodriguez|Nancy Austin|x";
        List<String> reversed = Arrays.asList(values.split("\\|"));
        java.util.Collections.reverse(reversed);
        assertThat(type("name", String.join("|", reversed)))
                .isEqualTo(type("name", values))
                .isEqualTo("PERSON_NAME");
    }

    private static String type(String header, String values) {
        return profile(header, values).semanticType();
    }

    private static ColumnProfile profile(String header, String values) {
        return ReadingTest.profile(header, values);
    }
}
