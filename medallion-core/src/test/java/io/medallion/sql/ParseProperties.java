package io.medallion.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.engines.Engines;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.ExpressionParse;
import io.medallion.spec.Parse;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.TextParse;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Every parse reads every text, however dirty, as the oracle does, on every database. */
class ParseProperties {

    private static final Map<Dialect, Engine> ENGINES = new EnumMap<>(Dialect.class);

    @BeforeContainer
    static void start() throws Exception {
        for (Dialect dialect : Engines.dialects()) {
            Engine engine = Engine.of(dialect);
            ENGINES.put(dialect, engine);
            engine.clear();
            engine.run(engine.generator().ownTables());
            engine.run(engine.generator().create(BronzeSpec.of("dirt", "v").withRowHash(false)));
            engine.run(
                    "insert into medallion.batches (table_name, batch_id, sequence, in_force) values ('dirt', 'b', 1, true)");
        }
    }

    @AfterContainer
    static void stop() throws Exception {
        for (Engine engine : ENGINES.values()) {
            engine.close();
        }
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void duckdb_reads_as_the_oracle(@ForAll("texts") List<String> texts) throws Exception {
        reads_as_the_oracle(engine(Dialect.DUCKDB), texts);
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void postgresql_reads_as_the_oracle(@ForAll("texts") List<String> texts) throws Exception {
        reads_as_the_oracle(engine(Dialect.POSTGRES), texts);
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void mariadb_reads_as_the_oracle(@ForAll("texts") List<String> texts) throws Exception {
        reads_as_the_oracle(engine(Dialect.MARIADB), texts);
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void mysql_reads_as_the_oracle(@ForAll("texts") List<String> texts) throws Exception {
        Engine mysql = ENGINES.get(Dialect.MYSQL);
        if (mysql != null) {
            reads_as_the_oracle(mysql, texts);
        }
    }

    @Example
    void every_seed_is_read_as_by_the_oracle() throws Exception {
        for (Engine engine : ENGINES.values()) {
            reads_as_the_oracle(engine, DirtyTexts.SEEDS);
        }
    }

    /** Texts and expressions have no form of their own; the golden cases try them. */
    @Example
    void every_kind_of_parse_is_tried() {
        Set<Class<?>> tried = DirtyTexts.PARSES.stream().map(Object::getClass).collect(Collectors.toSet());
        tried.addAll(List.of(TextParse.class, ExpressionParse.class));
        assertThat(tried).contains(Parse.class.getPermittedSubclasses());
    }

    private static Engine engine(Dialect dialect) {
        return Objects.requireNonNull(ENGINES.get(dialect));
    }

    private static void reads_as_the_oracle(Engine engine, List<String> texts) throws SQLException {
        load(engine, texts);
        List<String> actual = actual(engine, texts);
        List<String> different = new ArrayList<>();
        for (String text : texts) {
            for (Parse parse : DirtyTexts.PARSES) {
                String expected = expected(text, parse);
                String read =
                        actual.get(texts.indexOf(text) * DirtyTexts.PARSES.size() + DirtyTexts.PARSES.indexOf(parse));
                if (!read.equals(expected)) {
                    different.add("'" + text + "' is " + read + ", not " + expected + ", as " + parse);
                }
            }
        }
        assertThat(different).isEmpty();
    }

    private static String expected(String text, Parse parse) {
        String stripped = ParseOracle.strip(text);
        if (stripped.isEmpty()) {
            return "missing";
        }
        Optional<String> value = parse.accept(new ParseOracle()).apply(stripped);
        return value.orElse("refused");
    }

    private static void load(Engine engine, List<String> texts) throws SQLException {
        engine.run("delete from bronze.dirt");
        LocalDateTime loaded = LocalDateTime.of(2024, 1, 1, 0, 0);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            rows.add(List.of(texts.get(i), loaded, "s", "f", "b", i, 1));
        }
        engine.insert("bronze.dirt", rows);
    }

    private static List<String> actual(Engine engine, List<String> texts) throws SQLException {
        List<SilverColumn> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < DirtyTexts.PARSES.size(); i++) {
            columns.add(SilverColumn.column("v").named("c" + i).as(DirtyTexts.PARSES.get(i)));
            values.add("coalesce("
                    + CellText.of(
                            engine.dialect(), "c" + i, DirtyTexts.PARSES.get(i).type())
                    + ", case when concat('; ', _reasons) like '%; c" + i
                    + ": not %' then 'refused' else 'missing' end)");
        }
        SqlStatement preview = engine.generator().preview(SilverSpec.of("dirt", columns), texts.size());
        engine.run("drop table if exists silver.reading");
        // what is written is judged more strictly than what is only read
        engine.run(new SqlStatement(
                SqlScript.Step.STAGE,
                "",
                PortableSql.on(engine.dialect(), "create table silver.reading as ") + preview));
        List<String> rows =
                engine.rows("select " + String.join(", ", values) + " from silver.reading order by _row_number");
        List<String> actual = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String[] cells = rows.get(row).split(" \\| ", -1);
            for (int i = 0; i < DirtyTexts.PARSES.size(); i++) {
                actual.add(read(cells[i], DirtyTexts.PARSES.get(i)));
            }
        }
        return actual;
    }

    private static String read(String cell, Parse parse) {
        return cell.equals("refused") || cell.equals("missing") ? cell : CellText.read(cell, parse.type());
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return DirtyTexts.texts();
    }
}
