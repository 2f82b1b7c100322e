package io.steelyard.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.LongColumn;
import io.steelyard.data.StringColumn;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NumericBinningTest {
    static Stream<JsonNode> cases() {
        Path vectors = Path.of(System.getProperty("vectors.dir"), "numeric_binning.json");
        return JsonMapper.shared().readTree(vectors.toFile()).get("cases").valueStream();
    }

    private static double[] doubles(JsonNode numbers) {
        return numbers.valueStream()
                .mapToDouble(n -> n.isNull() ? Double.NaN : n.doubleValue())
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void edgesAndBinsAreNumPys(JsonNode vector) {
        NumericBinning.Strategy strategy = NumericBinning.Strategy.valueOf(
                vector.get("strategy").stringValue().toUpperCase(Locale.ROOT));
        FittedNumericBinning fitted = new NumericBinning(
                        "x", vector.get("n_bins").intValue(), strategy, NumericBinning.Missing.LAST_BIN)
                .fit(Rows.of("x", new DoubleColumn(doubles(vector.get("fit")))));
        assertThat(fitted.edges()).containsExactly(doubles(vector.get("edges")));
        Batch binned = fitted.apply(Rows.of("x", new DoubleColumn(doubles(vector.get("transform")))));
        assertThat(binned.doubles("x_bin")).containsExactly(doubles(vector.get("bins")));
        assertThat(binned.doubles("x")).containsExactly(doubles(vector.get("transform")));
    }

    @Test
    void missingStaysMissingOrGoesToTheLastBin() {
        Batch rows = Rows.of("x", new DoubleColumn(new double[] {1, 2, 3, Double.NaN}));
        NumericBinning keep = new NumericBinning("x", 3, NumericBinning.Strategy.UNIFORM, NumericBinning.Missing.KEEP);
        assertThat(keep.fit(rows).apply(rows).doubles("x_bin")).containsExactly(0, 1, 2, Double.NaN);
        // np.digitize([nan], edges[1:-1]) is len(edges) - 2
        NumericBinning last =
                new NumericBinning("x", 3, NumericBinning.Strategy.UNIFORM, NumericBinning.Missing.LAST_BIN);
        assertThat(last.fit(rows).apply(rows).doubles("x_bin")).containsExactly(0, 1, 2, 2);
    }

    @Test
    void oneBinTakesEverything() {
        Batch rows = Rows.of("x", new LongColumn(new long[] {5, 5, 7}));
        NumericBinning one =
                new NumericBinning("x", 1, NumericBinning.Strategy.QUANTILE, NumericBinning.Missing.LAST_BIN);
        assertThat(one.fit(rows).apply(rows).doubles("x_bin")).containsExactly(0, 0, 0);
    }

    @Test
    void whatCannotBeLearnedFromIsNamed() {
        NumericBinning binning =
                new NumericBinning("x", 3, NumericBinning.Strategy.QUANTILE, NumericBinning.Missing.KEEP);
        assertThatThrownBy(() -> binning.fit(Rows.of("x", new DoubleColumn(new double[] {Double.NaN}))))
                .isInstanceOf(DataException.class)
                .hasMessage("column 'x' has no value to learn from: all 1 rows are missing");
        assertThatThrownBy(() ->
                        binning.fit(Rows.of("x", new DoubleColumn(new double[] {1, Double.POSITIVE_INFINITY}))))
                .hasMessageContaining("column 'x' holds Infinity");
        assertThatThrownBy(() -> binning.fit(Rows.of("x", new StringColumn(new String[] {"a"}))))
                .hasMessageContaining("column 'x' is of type string");
        assertThatThrownBy(() -> binning.fit(Rows.of("y", new LongColumn(new long[] {1}))))
                .hasMessageContaining("no column 'x'");
        assertThatThrownBy(
                        () -> new NumericBinning("x", 0, NumericBinning.Strategy.QUANTILE, NumericBinning.Missing.KEEP))
                .hasMessageContaining("must be 1 or more");
    }
}
