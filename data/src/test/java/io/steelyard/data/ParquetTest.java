package io.steelyard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTest {
    private final TableEngine engine = TableEngine.open();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private String place(String... names) {
        return folder.resolve(String.join("/", names)).toString();
    }

    private static Path resource(String name) {
        return Path.of("src/test/resources/io/steelyard/data", name);
    }

    @Test
    void aFileCutShortAnywhereIsToldSo() throws IOException {
        Path whole = folder.resolve("whole.parquet");
        engine.writeParquet("SELECT i, 'v' || i AS s FROM range(1000) t(i)", whole);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.parquet");
        for (int length = 0; length < bytes.length; length += length < 30 || length > bytes.length - 30 ? 1 : 97) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> engine.registerParquet("t", cut))
                    .as("%d bytes", length)
                    .isInstanceOfSatisfying(
                            DataException.class,
                            e -> assertThat(e.kind()).isIn(DataException.Kind.DAMAGED, DataException.Kind.EMPTY))
                    .hasMessageContaining("cut.parquet cannot be read as a table: it ")
                    .hasMessageContaining("\n");
        }
    }

    @Test
    void whatIsNoParquetFileIsToldSo() throws IOException {
        Path text = Files.writeString(folder.resolve("text.parquet"), "a,b\n1,2\n3,4\n5,6\n");
        assertThatThrownBy(() -> engine.registerParquet("t", text))
                .hasMessageContaining("it is no Parquet file, which begins with PAR1");
    }

    @Test
    void namesThatStandTwiceAreRefused() {
        assertThatThrownBy(() -> engine.registerParquet("t", resource("same_name.parquet")))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.MALFORMED))
                .hasMessageContaining("same_name.parquet: the column 'a' stands twice (columns 1 and 2)");
        assertThatThrownBy(() -> engine.registerParquet("t", resource("same_name_other_case.parquet")))
                .hasMessageContaining("the columns 'a' and 'A' differ in case only");
    }

    @Test
    void namesInsideOfNestedColumnsAreNoColumns() {
        engine.registerParquet("t", resource("nested.parquet"));
        assertThat(engine.readAll("SELECT a, s.a AS inner_a FROM t").doubles("inner_a"))
                .containsExactly(3, 4);
    }

    @Test
    void filesOfOneTableNeedTheSameColumns() {
        engine.writeParquet("SELECT 1::INT AS a, 'x' AS s", folder.resolve("same/1.parquet"));
        engine.writeParquet("SELECT 'y' AS s, 1.5::DOUBLE AS a", folder.resolve("same/2.parquet"));
        engine.registerParquet("t", place("same"));
        assertThat(engine.readAll("FROM t").doubles("a")).containsExactly(1, 1.5);
        assertThat(engine.readMatrix("t", List.of("a")).values()).containsExactly(1, 1.5f);

        engine.writeParquet("SELECT 1::INT AS a", folder.resolve("more/1.parquet"));
        engine.writeParquet("SELECT 1::INT AS a, 2 AS b", folder.resolve("more/2.parquet"));
        assertThatThrownBy(() -> engine.registerParquet("t", place("more", "*.parquet")))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.MALFORMED))
                .hasMessageContaining("2.parquet has the columns [a, b], but")
                .hasMessageContaining("1.parquet has [a]");

        engine.writeParquet("SELECT 1::INT AS a", folder.resolve("other/1.parquet"));
        engine.writeParquet("SELECT 'x' AS a", folder.resolve("other/2.parquet"));
        assertThatThrownBy(() -> engine.registerParquet("t", place("other")))
                .hasMessageContaining("2.parquet: column 'a' is of type VARCHAR, but in")
                .hasMessageContaining("it is of type INTEGER");
    }

    @Test
    void aTableOfNoRowsIsATable() {
        engine.writeParquet("SELECT 1 AS a WHERE false", folder.resolve("none.parquet"));
        engine.registerParquet("t", folder.resolve("none.parquet"));
        assertThat(engine.rows("t")).isZero();
        assertThat(engine.readMatrix("t", List.of("a")).rows()).isZero();
    }

    @Test
    void anEmptyFolderIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> engine.registerParquet("t", place("empty")))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.NOT_FOUND))
                .hasMessageContaining("holds no file that ends with .parquet");
        assertThatThrownBy(() -> engine.registerParquet("t", place("empty", "*.parquet")))
                .hasMessageContaining("no file matches");
    }
}
