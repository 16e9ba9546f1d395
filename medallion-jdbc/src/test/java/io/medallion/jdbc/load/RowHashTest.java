package io.medallion.jdbc.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.jdbc.source.Tables;
import io.medallion.sql.Dialect;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowHashTest {

    private static final List<String> COLUMNS = List.of("b", "a", "é", "Z");

    private static Connection duckdb;

    @BeforeContainer
    static void open() throws SQLException {
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterContainer
    static void close() throws SQLException {
        duckdb.close();
    }

    @Test
    void is_the_md5_of_lengths_and_values_in_the_order_of_the_names() {
        assertThat(new RowHash(COLUMNS).of(new String[] {"x", null, "", "😀é"})).isEqualTo(md5("2:😀é-1:1:x0:"));
    }

    @Property(tries = 200)
    void is_the_same_in_java_and_in_the_database(@ForAll("rows") List<@Nullable String> row) throws SQLException {
        String expression = RowHash.sql(Dialect.DUCKDB, COLUMNS, name -> "c" + COLUMNS.indexOf(name));
        try (PreparedStatement statement =
                duckdb.prepareStatement("select " + expression + " from (select ? as c0, ? as c1, ? as c2, ? as c3)")) {
            for (int i = 0; i < row.size(); i++) {
                statement.setString(i + 1, row.get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                assertThat(new RowHash(COLUMNS).of(row.toArray(String[]::new))).isEqualTo(result.getString(1));
            }
        }
    }

    @Provide
    Arbitrary<List<@Nullable String>> rows() {
        return Tables.cells().list().ofSize(COLUMNS.size());
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return String.format("%032x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
