package io.steelyard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTest {
    private final TableEngine engine = TableEngine.open();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void rowsComeInTheOrderOfTheFile() {
        Path file = folder.resolve("t.parquet");
        engine.writeParquet(
                "SELECT i, i * 0.5 AS half, i % 2 = 0 AS even, (i % 3)::INT AS y FROM range(200_000) t(i)", file);
        engine.registerParquet("t", file);
        LabelledRows rows = engine.readLabelled("t", new LabelledColumns(List.of("half", "even", "i"), "y"));
        assertThat(rows.features().rows()).isEqualTo(200_000);
        for (int row = 0; row < 200_000; row++) {
            assertThat(rows.features().at(row, 0)).isEqualTo(row * 0.5f);
            assertThat(rows.features().at(row, 1)).isEqualTo(row % 2 == 0 ? 1 : 0);
            assertThat(rows.features().at(row, 2)).isEqualTo(row);
            assertThat(rows.labels()[row]).isEqualTo(row % 3);
        }
        assertThat(rows.weights()).isNull();
    }

    @Test
    void aTableOrViewIsCounted() {
        engine.execute("CREATE VIEW v AS SELECT i AS a, NULL::DOUBLE AS b, 2.5 AS w FROM range(3) t(i) WHERE i > 0");
        FloatMatrix matrix = engine.readMatrix("v", List.of("b", "a"));
        assertThat(matrix.values()).containsExactly(Float.NaN, 1, Float.NaN, 2);
        LabelledRows rows = engine.readLabelled("v", new LabelledColumns(List.of("b"), "a", "w"));
        assertThat(rows.labels()).containsExactly(1, 2);
        assertThat(rows.weights()).containsExactly(2.5f, 2.5f);
    }

    @Test
    void aNameGivenToSomethingElseIsCountedAnew() throws IOException {
        engine.registerCsv("t", Files.writeString(folder.resolve("t.csv"), "a\n1\n2\n"));
        assertThat(engine.rows("t")).isEqualTo(2);
        engine.execute("CREATE OR REPLACE VIEW t AS SELECT 7 AS a");
        assertThat(engine.rows("t")).isEqualTo(1);
        assertThat(engine.readMatrix("t", List.of("a")).values()).containsExactly(7);
    }

    @Test
    void whatIsNoNumberIsToldWithItsPlace() throws IOException {
        engine.registerCsv("t", Files.writeString(folder.resolve("t.csv"), "a,b,y,s\n1,2,0,3\n2,3,,x\n3,1e300,1,y\n"));
        assertThatThrownBy(() -> engine.readMatrix("t", List.of("a", "s")))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.WRONG_TYPE))
                .hasMessageContaining("t.csv, line 3: column 's' must hold numbers, but here stands 'x'");
        assertThatThrownBy(() -> engine.readMatrix("t", List.of("a", "c")))
                .hasMessageContaining("no column 'c'; the nearest is 'a'");
        assertThatThrownBy(() -> engine.readMatrix("t", List.of("b")))
                .hasMessageContaining("column 'b' holds 1.0E300 in row 3, which is beyond the range of a float");
        assertThatThrownBy(() -> engine.readLabelled("t", new LabelledColumns(List.of("a"), "y")))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.MALFORMED))
                .hasMessageContaining("column 'y' has no value in row 2")
                .hasMessageContaining("WHERE \"y\" IS NOT NULL");
        engine.execute("CREATE VIEW none AS FROM t WHERE a > 5");
        assertThatThrownBy(() -> engine.readLabelled("none", new LabelledColumns(List.of("a"), "y")))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.EMPTY));
        assertThatThrownBy(() -> new LabelledColumns(List.of("a", "y"), "y")).hasMessageContaining("target 'y'");
        assertThatThrownBy(() -> new FloatMatrixBuilder(List.of("a", "b"), 2_000_000_000L))
                .hasMessageContaining("2000000000 rows of 2 columns are more than");
    }

    @Test
    void aBuilderHoldsTheCallerToItsWord() {
        Batch batch =
                new Batch(Schema.of(new Field("a", ColumnType.DOUBLE)), List.of(new DoubleColumn(new double[] {1, 2})));
        FloatMatrixBuilder builder = new FloatMatrixBuilder(List.of("a"), 3);
        builder.add(batch);
        assertThatThrownBy(builder::build).hasMessageContaining("only 2 of the expected 3 rows came");
        assertThatThrownBy(() -> builder.add(batch)).hasMessageContaining("more than the expected 3 rows came");
    }
}
