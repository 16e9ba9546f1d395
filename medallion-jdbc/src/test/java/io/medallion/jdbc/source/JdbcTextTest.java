package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.medallion.engines.Engines;
import io.medallion.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each type of each database has the text that {@link Jdbc} tells. */
class JdbcTextTest {

    static final String DUCKDB =
            """
            (-128)::tinyint|-128
            200::utinyint|200
            18446744073709551615::ubigint|18446744073709551615
            '-170141183460469231731687303715884105728'::hugeint|-170141183460469231731687303715884105728
            340282366920938463463374607431768211455::uhugeint|340282366920938463463374607431768211455
            1.50::decimal(10,2)|1.50
            0.00000001::decimal(38,8)|0.00000001
            12345678901234567890123456789012345678::decimal(38,0)|12345678901234567890123456789012345678
            0.1::float|0.1
            16777216::float|16777216.0
            0.1::double|0.1
            5::double|5.0
            1e16::double|1e+16
            1e15::double|1000000000000000.0
            '-0.0'::double|-0.0
            5e-324::double|5e-324
            2e-44::float|2e-44
            pow(2, -1017)|7.120236347223045e-307
            'nan'::double|NaN
            '-inf'::double|-Infinity
            true|true
            date '2024-01-31'|2024-01-31
            date '0001-01-01'|0001-01-01
            date '9999-12-31'|9999-12-31
            date '10000-01-01'|10000-01-01
            date '0044-03-15 (BC)'|0044-03-15 BC
            '-infinity'::date|-infinity
            time '10:20:30.500'|10:20:30.5
            time '24:00:00'|24:00:00
            time '10:20'|10:20:00
            timetz '10:20:30.5+02'|10:20:30.5+02:00
            timestamp '2024-01-31 10:20:30.120000'|2024-01-31T10:20:30.12
            timestamp '2024-03-31 02:30:00'|2024-03-31T02:30:00
            timestamp '1582-10-10 00:00:00'|1582-10-10T00:00:00
            timestamp '0044-03-15 (BC) 10:00:00'|0044-03-15T10:00:00 BC
            timestamp '0001-01-01 00:00:00'|0001-01-01T00:00:00
            'infinity'::timestamp|infinity
            timestamptz '2024-01-31 10:20:30.5+02'|2024-01-31T08:20:30.5Z
            timestamptz '0001-01-01 00:00:00+00'|0001-01-01T00:00:00Z
            'infinity'::timestamptz|infinity
            timestamp_ns '2024-01-31 10:20:30.123456789'|2024-01-31T10:20:30.123456789
            '2024-01-31 10:20:30.5'::timestamp_ms|2024-01-31T10:20:30.5
            '2024-01-31 10:20:30'::timestamp_s|2024-01-31T10:20:30
            interval '1 year 2 months 3 days 4:05:06.789'|P1Y2M3DT4H5M6.789S
            interval '-3 days -04:05:06.5'|P-3DT-4H-5M-6.5S
            interval '0 days'|PT0S
            '\\x00\\xFF'::blob|0x00ff
            ''::blob|0x
            '00101'::bit|00101
            'a '|a\s
            ''|
            uuid '00112233-4455-6677-8899-aabbccddeeff'|00112233-4455-6677-8899-aabbccddeeff
            'x'::enum('x','y')|x
            '{"a": 1}'::json|{"a": 1}
            [1,2,null]|[1,2,null]
            ['a','b"c',null,'']|["a","b\\"c",null,""]
            [[1],[2,3]]|[[1],[2,3]]
            [1.50::decimal(4,2)]|[1.50]
            [1.5::float,'nan'::float]|[1.5,"NaN"]
            [true]|[true]
            array_value(1,2)|[1,2]
            {'a':1,'b':'x'}|{"a":1,"b":"x"}
            {'date':date '2024-01-31','DATE x':[timestamp '2024-03-31 02:30:00']}|{"date":"2024-01-31","DATE x":["2024-03-31 02:30:00"]}
            {'x':{'y':[1::hugeint]}}|{"x":{"y":[1]}}
            row(1,'b')|[1,"b"]
            map {'k':1,'l':null}|{"k":1,"l":null}
            map {1:['\\x01'::blob]}|{"1":["\\\\x01"]}
            [[]]|[[]]
            union_value(k := timestamp '2024-03-31 02:30:00')|"2024-03-31 02:30:00"
            null|<null>
            """;

    static final String POSTGRES =
            """
            (-32768)::int2|-32768
            9223372036854775807::int8|9223372036854775807
            1.50::numeric(10,2)|1.50
            0.00000001::numeric|0.00000001
            1e30::numeric|1000000000000000000000000000000
            'NaN'::numeric|NaN
            'Infinity'::numeric|Infinity
            0.1::float4|0.1
            16777217::float4|16777216.0
            0.1::float8|0.1
            (0.1::float8 + 0.2::float8)|0.30000000000000004
            5::float8|5.0
            power(2::float8, -1017)|7.120236347223045e-307
            1e15::float8|1000000000000000.0
            1e-5::float8|1e-05
            '-0'::float8|-0.0
            'NaN'::float8|NaN
            '-Infinity'::float8|-Infinity
            true|true
            date '2024-01-31'|2024-01-31
            date '0001-01-01'|0001-01-01
            date '10000-01-01'|10000-01-01
            date '0044-03-15 BC'|0044-03-15 BC
            'infinity'::date|infinity
            time '10:20:30.500'|10:20:30.5
            time '24:00:00'|24:00:00
            timetz '10:20:30.5+05:30'|10:20:30.5+05:30
            timetz '10:20:30+00'|10:20:30Z
            timetz '10:20:30.25-03'|10:20:30.25-03:00
            timetz '00:00:00-00:00:01'|00:00:00-00:00:01
            timestamp '2024-01-31 10:20:30.123456'|2024-01-31T10:20:30.123456
            timestamp '2024-03-31 02:30:00'|2024-03-31T02:30:00
            timestamp '1582-10-10 00:00:00'|1582-10-10T00:00:00
            timestamp '0044-03-15 10:00:00 BC'|0044-03-15T10:00:00 BC
            timestamp '10000-01-01 00:00:00'|10000-01-01T00:00:00
            '-infinity'::timestamp|-infinity
            timestamptz '2024-01-31 10:20:30.5+02'|2024-01-31T08:20:30.5Z
            timestamptz '0001-01-01 00:00:00+00'|0001-01-01T00:00:00Z
            timestamptz '1850-01-01 00:00:00+00'|1850-01-01T00:00:00Z
            'infinity'::timestamptz|infinity
            interval '1 year 2 months 3 days 4:05:06.789'|P1Y2M3DT4H5M6.789S
            interval '0'|PT0S
            '\\x00ff'::bytea|0x00ff
            ''::bytea|0x
            B'00101'|00101
            B'1'::bit(1)|1
            B'0101'::varbit|0101
            'ab'::char(4)|ab\s\s
            ''::text|
            uuid '00112233-4455-6677-8899-aabbccddeeff'|00112233-4455-6677-8899-aabbccddeeff
            '{"a": 1}'::json|{"a": 1}
            '{"a":1}'::jsonb|{"a": 1}
            '<a/>'::xml|<a/>
            '10.0.0.1'::inet|10.0.0.1
            '10.0.0.0/8'::cidr|10.0.0.0/8
            '08:00:2b:01:02:03'::macaddr|08:00:2b:01:02:03
            'b'::mood|b
            'ab'::name|ab
            point(1, 0.1)|(1.0,0.1)
            'a b'::tsvector|'a' 'b'
            tstzrange('2024-01-31 10:00:00+02', null)|["2024-01-31 08:00:00+00",)
            '[1,5)'::int4range|[1,5)
            row(1,'b')|(1,b)
            array[1,2,null]|[1,2,null]
            array['a','b"c',null,'','NULL','x y','{}','\\']|["a","b\\"c",null,"","NULL","x y","{}","\\\\"]
            array[[1],[2]]|[[1],[2]]
            '{}'::int[]|[]
            '[2:3]={1,2}'::int[]|[2:3]={1,2}
            array[1.50::numeric,'NaN']|[1.50,"NaN"]
            array[true,false]|[true,false]
            array[timestamptz '2024-01-31 10:20:30+02']|["2024-01-31T08:20:30Z"]
            array['\\x01'::bytea]|["0x01"]
            array['{"a":1}'::json]|["{\\"a\\":1}"]
            12.5::money|$12.50
            null::text|<null>
            """;

    static final String MARIADB =
            """
            cast(18446744073709551615 as unsigned)|18446744073709551615
            cast(1.5 as decimal(38,10))|1.5000000000
            1e20|1e+20
            0.1e0|0.1
            true|1
            -0e0|0.0
            date '2024-01-31'|2024-01-31
            time '100:20:30.500'|100:20:30.5
            timestamp '2024-01-31 10:20:30.120'|2024-01-31T10:20:30.12
            cast(x'00ff' as binary(4))|0x00ff0000
            ''|
            'a '|a\s
            json_object('a', 1)|{"a": 1}
            null|<null>
            """;

    @Test
    void duckdb() {
        verify(Dialect.DUCKDB, DUCKDB);
    }

    @Test
    void postgres() {
        verify(Dialect.POSTGRES, POSTGRES);
    }

    @Test
    void mysql() {
        assumeThat(Engines.dialects()).contains(Dialect.MYSQL);
        verify(Dialect.MYSQL, MARIADB.replace("-0e0|0.0", "-0e0|-0.0"));
    }

    @Test
    void mysql_columns() {
        assumeThat(Engines.dialects()).contains(Dialect.MYSQL);
        columns(Dialect.MYSQL, "varchar(36)");
    }

    @Test
    void mariadb() {
        verify(Dialect.MARIADB, MARIADB);
    }

    @Test
    void mariadb_columns() {
        columns(Dialect.MARIADB, "uuid");
    }

    private static void columns(Dialect dialect, String uuid) {
        try (SourceDatabase source = SourceDatabase.of(dialect)) {
            source.run(
                    "set sql_mode=''",
                    "create table t (ti tinyint, t1 tinyint(1), ub bigint unsigned, zf int(6) unsigned zerofill, f float,"
                            + " fu float unsigned, du double unsigned, dx double unsigned, dz double(12,3) zerofill,"
                            + " nu decimal(10,2) unsigned,"
                            + " bt bit(3), b1 bit(1), da date, dt datetime, d6 datetime(6), ts timestamp(6) null,"
                            + " tm time(3), y year, ch char(5), vb varbinary(4), bl blob, tx longtext, js json,"
                            + " en enum('a','b'), st set('a','b'), g point, u " + uuid + ")",
                    "set time_zone='+00:00'",
                    "insert into t values (1, 5, 18446744073709551615, 42, 16777217, 0.1, 5, 1e16, 2.5, 0.5, b'101', b'1', '0000-00-00',"
                            + " '2024-02-00 10:00:00', '0001-01-01 10:00:00.5', '2024-01-31 10:20:30.123456',"
                            + " '-838:59:59.000', 2024, 'ab', x'00ff', x'', 'x', '{\"a\": 1}', 'b', 'a,b', point(1,2),"
                            + " '00112233-4455-6677-8899-aabbccddeeff')",
                    "set time_zone='-05:00'",
                    "set sql_mode=default");
            SourceDatabase.inBerlin(() -> assertThat(WrittenTable.read(
                                    Jdbc.table(source.pool, "t").parts().get(0))
                            .get(0))
                    .containsExactly(
                            "1",
                            "5",
                            "18446744073709551615",
                            "000042",
                            "16777216.0",
                            "0.1",
                            "5.0",
                            "1e+16",
                            "2.5",
                            "0.50",
                            "101",
                            "1",
                            "0000-00-00",
                            "2024-02-00 10:00:00",
                            "0001-01-01T10:00:00.5",
                            "2024-01-31T10:20:30.123456Z",
                            "-838:59:59",
                            "2024",
                            "ab",
                            "0x00ff",
                            "0x",
                            "x",
                            "{\"a\": 1}",
                            "b",
                            "a,b",
                            "0x000000000101000000000000000000f03f0000000000000040",
                            "00112233-4455-6677-8899-aabbccddeeff"));
            assertThat(source.ask("select @@session.time_zone"))
                    .as("given back as it was")
                    .containsExactly("-05:00");
        }
    }

    private static void verify(Dialect dialect, String cases) {
        List<String> wrong = new ArrayList<>();
        try (SourceDatabase source = SourceDatabase.of(dialect)) {
            if (dialect == Dialect.POSTGRES) {
                source.run(
                        "create type mood as enum ('a', 'b')",
                        "set intervalstyle to 'sql_standard'",
                        "set timezone to 'Asia/Kolkata'");
            }
            SourceDatabase.inBerlin(() -> cases.lines().forEach(line -> {
                int bar = line.indexOf('|');
                String expression = line.substring(0, bar);
                String text = source.texts("select " + expression + " as x").get(0);
                if (!line.substring(bar + 1).equals(text == null ? "<null>" : text)) {
                    wrong.add(line + " -> " + text);
                }
            }));
        }
        assertThat(wrong).as("type|expected -> found").isEmpty();
    }
}
