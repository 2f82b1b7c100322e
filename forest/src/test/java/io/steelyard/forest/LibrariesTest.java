package io.steelyard.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of model against the answers of the library that wrote it: XGBoost 3.2.0, LightGBM 4.7.0, ONNX Runtime
/// 1.32.0.
class LibrariesTest {
    static List<Expected> xgboost() throws IOException {
        return Expected.all("xgboost");
    }

    static List<Expected> lightgbm() throws IOException {
        return Expected.all("lightgbm");
    }

    static List<Expected> onnx() throws IOException {
        return Expected.all("onnx");
    }

    @ParameterizedTest
    @MethodSource("xgboost")
    void xgboostsMarginsAndScoresToTheLastBit(Expected expected) {
        Forest forest = expected.forest();
        assertThat(forest.margins(expected.rows())).containsExactly(expected.answer("margins"));
        if (expected.has("scores")) {
            assertThat(forest.scores(expected.rows())).containsExactly(expected.answer("scores"));
        }
    }

    @ParameterizedTest
    @MethodSource("lightgbm")
    void lightgbmsMarginsToTheLastBitAndItsScoresWithinFourUnits(Expected expected) {
        Forest forest = expected.forest();
        assertThat(forest.margins(expected.rows())).containsExactly(expected.answer("margins"));
        double[] scores = forest.scores(expected.rows());
        for (int i = 0; i < scores.length; i++) {
            double score = expected.answer("scores")[i];
            if (Double.isFinite(score)) {
                assertThat(scores[i]).isCloseTo(score, within(4 * Math.ulp(score)));
            } else {
                assertThat(scores[i]).isEqualTo(Double.valueOf(score));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("onnx")
    void onnxRuntimesScoresToAMillionth(Expected expected) {
        double[] scores = expected.forest().scores(expected.rows());
        double[] all = expected.answer("scores");
        // Of two classes ONNX Runtime answers with both.
        int step = all.length / scores.length;
        for (int i = 0; i < scores.length; i++) {
            double score = all[i * step + step - 1];
            if (Double.isNaN(score)) {
                assertThat(scores[i]).isNaN();
            } else {
                assertThat(scores[i]).isCloseTo(score, within(1e-6 * Math.max(1, Math.abs(score))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"xgboost", "lightgbm"})
    void leaves(Expected expected) {
        assertThat(expected.forest().leaves(expected.rows()))
                .containsExactly(Arrays.stream(expected.answer("leaves"))
                        .mapToInt(x -> (int) x)
                        .toArray());
    }

    @ParameterizedTest
    @MethodSource({"xgboost", "onnx"})
    void classes(Expected expected) {
        if (expected.has("classes")) {
            assertThat(expected.forest().classes(expected.rows()))
                    .containsExactly(Arrays.stream(expected.answer("classes"))
                            .mapToInt(x -> (int) x)
                            .toArray());
        }
    }

    @ParameterizedTest
    @MethodSource({"xgboost", "lightgbm"})
    void contributionsAreTheLibrarysAndAddUpToTheMargin(Expected expected) {
        if (!expected.has("contributions")) {
            return;
        }
        Forest forest = expected.forest();
        double[] contributions = forest.contributions(expected.rows());
        double[] all = expected.answer("contributions");
        assertThat(contributions).hasSameSizeAs(all);
        double[] margins = forest.margins(expected.rows());
        int width = forest.features() + 1;
        for (int i = 0; i < margins.length; i++) {
            double sum = 0;
            double size = Math.max(1, Math.abs(margins[i]));
            for (int j = i * width; j < (i + 1) * width; j++) {
                assertThat(contributions[j]).isCloseTo(all[j], within(1e-5 * size));
                sum += contributions[j];
            }
            assertThat(sum).isCloseTo(margins[i], within(1e-5 * size));
        }
    }

    @ParameterizedTest
    @MethodSource({"xgboost", "lightgbm", "onnx"})
    void everyLayoutAndNumberOfRowsGivesTheSame(Expected expected) {
        Forest forest = expected.forest();
        double[] values = expected.answer("rows");
        int features = forest.features();
        int count = values.length / features;
        double[][] columns = new double[features][count];
        for (int i = 0; i < values.length; i++) {
            columns[i % features][i / features] = values[i];
        }
        double[] margins = forest.margins(expected.rows());
        assertThat(forest.margins(Rows.ofColumns(columns))).containsExactly(margins);
        int outputs = forest.outputs();
        for (int row = 0; row < count; row++) {
            double[] one = Arrays.copyOfRange(values, row * features, (row + 1) * features);
            assertThat(forest.margins(Rows.of(one, features)))
                    .containsExactly(Arrays.copyOfRange(margins, row * outputs, (row + 1) * outputs));
        }
    }
}
