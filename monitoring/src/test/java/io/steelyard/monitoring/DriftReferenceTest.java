package io.steelyard.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.data.TimestampColumn;
import io.steelyard.stats.CategoricalPsi;
import io.steelyard.stats.KolmogorovSmirnov;
import io.steelyard.stats.PopulationStabilityIndex;
import io.steelyard.stats.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DriftReferenceTest {
    private final RandomGenerator random = RandomStreams.of(7).stream("drift");

    @Test
    void equalDistributionsAreStableAndAShiftIsNamed() {
        DriftReference reference = DriftReference.fit(rows(2000, 0, 0.3), normal(2000, 0));
        DriftReport same = reference.compare("same", rows(2000, 0, 0.3), normal(2000, 0));
        assertThat(same.drifted()).isEmpty();
        assertThat(same.score().state()).isEqualTo(DriftState.STABLE);
        assertThat(same.columns()).extracting(ColumnDrift::column).containsExactly("x", "noise", "word");

        DriftReport moved = reference.compare("moved", rows(2000, 1, 0.8), normal(2000, 1));
        assertThat(moved.drifted()).containsExactlyInAnyOrder("x", "word");
        assertThat(moved.score().state()).isEqualTo(DriftState.DRIFTED);
        assertThat(moved.columns().get(1).state()).isEqualTo(DriftState.STABLE);
    }

    @Test
    void theNumbersAreThoseOfTheTests() {
        Batch before = rows(300, 0, 0.3);
        Batch after = rows(200, 0.5, 0.5);
        DriftReport report = DriftReference.fit(before, normal(300, 0)).compare("w", after, normal(200, 0));
        ColumnDrift x = report.columns().getFirst();
        KolmogorovSmirnov.Result ks = KolmogorovSmirnov.test(before.doubles("x"), after.doubles("x"));
        assertThat(x.test()).isEqualTo(DriftTest.KOLMOGOROV_SMIRNOV);
        assertThat(x.statistic()).isEqualTo(ks.statistic());
        assertThat(x.pValue()).isEqualTo(ks.pValue());
        assertThat(x.psi()).isEqualTo(PopulationStabilityIndex.of(before.doubles("x"), after.doubles("x"), 10));
        ColumnDrift word = report.columns().getLast();
        assertThat(word.test()).isEqualTo(DriftTest.CHI_SQUARE);
        assertThat(word.psi())
                .isEqualTo(CategoricalPsi.of(
                        before.strings("word").values(), after.strings("word").values()));
    }

    @Test
    void aTrifleInManyRowsIsNoDrift() {
        DriftReference reference = DriftReference.fit(rows(30_000, 0, 0.3), normal(30_000, 0));
        ColumnDrift x = reference
                .compare("w", rows(30_000, 0.05, 0.3), normal(30_000, 0))
                .columns()
                .getFirst();
        assertThat(x.adjustedPValue()).isLessThan(DriftReference.ALPHA);
        assertThat(x.state()).isEqualTo(DriftState.STABLE);
    }

    @Test
    void fewRowsAreAStateOfTheirOwn() {
        DriftReference reference = DriftReference.fit(rows(500, 0, 0.3), normal(500, 0));
        DriftReport few = reference.compare("few", rows(29, 3, 0.9), normal(29, 3));
        assertThat(few.columns()).extracting(ColumnDrift::state).containsOnly(DriftState.TOO_FEW_ROWS);
        assertThat(few.drifted()).isEmpty();
        DriftReport none = reference.compare("none", rows(0, 0, 0.3), new double[0]);
        assertThat(none.columns()).extracting(ColumnDrift::psi).containsOnlyNulls();
        assertThat(none.score().state()).isEqualTo(DriftState.TOO_FEW_ROWS);
    }

    @Test
    void aColumnThatGoesMissingHasDrifted() {
        DriftReference reference = DriftReference.fit(rows(500, 0, 0.3), normal(500, 0));
        double[] gone = new double[400];
        Arrays.fill(gone, Double.NaN);
        DriftReport report =
                reference.compare("w", rows(400, 0, 0.3).with("x", new DoubleColumn(gone)), normal(400, 0));
        assertThat(report.drifted()).containsExactly("x");
        assertThat(report.columns().getFirst().statistic()).isNull();
    }

    @Test
    void aConstantColumnIsStable() {
        Batch constant = new Batch(
                Schema.of(new Field("c", ColumnType.DOUBLE), new Field("t", ColumnType.TIMESTAMP)),
                List.of(new DoubleColumn(new double[100]), new TimestampColumn(new long[100])));
        DriftReport report = DriftReference.fit(constant, new double[100]).compare("w", constant, new double[100]);
        assertThat(report.columns()).singleElement().satisfies(c -> {
            assertThat(c.state()).isEqualTo(DriftState.STABLE);
            assertThat(c.pValue()).isEqualTo(1);
            assertThat(c.psi()).isEqualTo(0);
        });
    }

    @Test
    void aMissingColumnIsNamed() {
        DriftReference reference = DriftReference.fit(rows(100, 0, 0.3), normal(100, 0));
        assertThatThrownBy(
                        () -> reference.compare("w", rows(100, 0, 0.3).select(List.of("x", "noise")), normal(100, 0)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no column 'word'");
        assertThatThrownBy(() -> DriftReference.fit(rows(0, 0, 0.3), new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reportsBecomeATable() {
        DriftReference reference = DriftReference.fit(rows(100, 0, 0.3), normal(100, 0));
        Batch table = DriftReport.table(List.of(
                reference.compare("2013-10", rows(100, 2, 0.3), normal(100, 0)),
                reference.compare("2013-11", rows(5, 2, 0.3), normal(5, 0))));
        assertThat(table.rows()).isEqualTo(8);
        assertThat(table.strings("column").values()).startsWith("(score)", "x", "noise", "word");
        assertThat(table.strings("state").values()).contains("drifted", "stable", "too_few_rows");
    }

    @Test
    void pValuesAreCorrectedAsBenjaminiAndHochbergSay() {
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.5, 0.005), "BH")
        double[] expected = {0.025, 0.05, 0.05, 0.5, 0.025};
        double[] adjusted = BenjaminiHochberg.adjust(new double[] {0.01, 0.04, 0.03, 0.5, 0.005});
        for (int i = 0; i < expected.length; i++) {
            assertThat(adjusted[i]).isEqualTo(expected[i], within(1e-12));
        }
        assertThat(BenjaminiHochberg.adjust(new double[0])).isEmpty();
    }

    private Batch rows(int rows, double shift, double shareOfWord) {
        String[] words = new String[rows];
        for (int i = 0; i < rows; i++) {
            words[i] = random.nextDouble() < shareOfWord ? "often" : "seldom";
        }
        return new Batch(
                Schema.of(
                        new Field("x", ColumnType.DOUBLE),
                        new Field("noise", ColumnType.DOUBLE),
                        new Field("word", ColumnType.STRING)),
                List.of(
                        new DoubleColumn(normal(rows, shift)),
                        new DoubleColumn(normal(rows, 0)),
                        new StringColumn(words)));
    }

    private double[] normal(int rows, double mean) {
        double[] values = new double[rows];
        Arrays.setAll(values, i -> random.nextGaussian() + mean);
        return values;
    }
}
