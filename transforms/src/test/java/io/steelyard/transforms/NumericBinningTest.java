package io.steelyard.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NumericBinningTest {
    static Stream<JsonNode> cases() {
        JsonNode vectors = JsonMapper.shared()
                .readTree(Path.of(System.getProperty("vectors.dir"), "numeric_binning.json")
                        .toFile());
        return StreamSupport.stream(vectors.get("cases").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void edgesAndBinsAreNumPys(JsonNode vector) {
        NumericBinning binning = new NumericBinning(
                "x",
                vector.get("n_bins").asInt(),
                NumericBinning.Strategy.valueOf(
                        vector.get("strategy").asString().toUpperCase(Locale.ROOT)),
                NumericBinning.Missing.KEEP);
        FittedBinning fitted = binning.fit(column(numbers(vector.get("fit"))));
        assertThat(fitted.edges())
                .containsExactlyElementsOf(java.util.Arrays.stream(numbers(vector.get("edges")))
                        .boxed()
                        .toList());
        assertThat(fitted.transform(column(numbers(vector.get("transform")))).doubles("x_bin"))
                .containsExactly(numbers(vector.get("bins")));
    }

    @Test
    void missingStaysMissingOrGoesToTheLastBin() {
        Batch rows = column(1, 2, 3, 4, Double.NaN);
        assertThat(bins(rows, NumericBinning.Missing.KEEP)).containsExactly(0, 0, 1, 1, Double.NaN);
        assertThat(bins(rows, NumericBinning.Missing.LAST_BIN)).containsExactly(0, 0, 1, 1, 1);
    }

    @Test
    void nothingToLearnFromIsNamed() {
        assertThatThrownBy(() -> bins(column(Double.NaN), NumericBinning.Missing.KEEP))
                .isInstanceOf(DataException.class)
                .hasMessage("column 'x' has no value to learn from: all 1 rows are missing");
        assertThatThrownBy(() -> bins(column(1, Double.POSITIVE_INFINITY), NumericBinning.Missing.KEEP))
                .hasMessage(
                        "column 'x' holds Infinity in row 2, but nothing can be learned from infinite values; make it missing or finite");
    }

    private static double[] bins(Batch rows, NumericBinning.Missing missing) {
        return new NumericBinning("x", 2, NumericBinning.Strategy.QUANTILE, missing)
                .fit(rows)
                .transform(rows)
                .doubles("x_bin");
    }

    private static Batch column(double... values) {
        return new Batch(Schema.of(new Field("x", ColumnType.DOUBLE)), List.of(new DoubleColumn(values)));
    }

    private static double[] numbers(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .mapToDouble(value -> value.isNull() ? Double.NaN : value.asDouble())
                .toArray();
    }
}
