package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encodings that no mark and no rule of Unicode gives away, told by the language they spell. */
class EncodingsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "windows-1252, Übersee über Köln Straße, Jürgen Müller",
        "windows-1252, déjà vu à l'hôtel, François Lefèvre",
        "windows-1252, São Paulo ação, João Conceição",
        "x-MacRoman, Übersee über Köln Straße, Jürgen Müller",
        "IBM850, Übersee über Köln Straße, Jürgen Müller",
        "windows-1250, Plzeň střed říjen, Žluťoučký kůň",
        "windows-1250, Łódź Świętochłowice, Zażółć gęślą jaźń",
        "ISO-8859-2, Łódź Świętochłowice, Zażółć gęślą jaźń",
        "windows-1254, İstanbul Diyarbakır Eskişehir, Şükrü Güneş",
        "windows-1251, Москва и Казань, Иван Петров",
        "KOI8-R, Москва и Казань, Иван Петров",
        "IBM866, Москва и Казань, Иван Петров",
        "windows-1253, Αθήνα και Πειραιάς, Γιώργος",
        "windows-1255, ירושלים, יוסי",
        "windows-1256, القاهرة, محمد",
        "x-windows-874, กรุงเทพ, สมชาย",
        "windows-31j, 東京のまち, 田中さくら",
        "EUC-JP, 東京のまち, 田中さくら",
        "GB18030, 北京市朝阳区, 张伟",
        "Big5, 台北市信義區, 陳大文",
        "x-windows-949, 서울특별시, 김철수"
    })
    void is_found_by_the_letters_of_the_language(String charset, String city, String name) throws IOException {
        StringBuilder text = new StringBuilder("id;name;city\n");
        for (int i = 0; i < 40; i++) {
            text.append(i).append(';').append(name).append(';').append(city).append('\n');
        }
        SourcePart part = part(text.toString(), Charset.forName(charset));
        assertThat(part.format().orElseThrow().charset()).isEqualTo(Charset.forName(charset));
        assertThat(WrittenTable.read(part).get(39)).containsExactly("39", name, city);
    }

    @Test
    void a_single_letter_of_western_languages_is_enough() throws IOException {
        SourcePart part = part("id,name\n1,Zo\u00EB\n2,Ann\n", StandardCharsets.ISO_8859_1);
        assertThat(WrittenTable.read(part).get(0)).containsExactly("1", "Zo\u00EB");
    }

    private SourcePart part(String text, Charset charset) throws IOException {
        Path file = Files.write(directory.resolve("encoded.csv"), text.getBytes(charset));
        return Csv.file(file).parts().get(0);
    }
}
