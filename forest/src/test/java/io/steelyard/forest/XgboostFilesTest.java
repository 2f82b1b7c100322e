package io.steelyard.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Models that XGBoost 3.2.0 trained and scored: `src/test/resources/xgboost/make.py`. The rows hold missing values,
/// both
/// zeros, infinities, the smallest and greatest floats, and thresholds of the trees.
class XgboostFilesTest {
    private static final Path FILES = Path.of("src/test/resources/xgboost");

    @ParameterizedTest
    @ValueSource(strings = {"binary", "regression", "lossguide", "stump", "constant"})
    void marginsAreXgboostsToTheLastBit(String name) throws IOException {
        Answers expected = expected(name);
        for (String kind : List.of(".ubj", ".json")) {
            Forest forest = XgboostModelFile.read(FILES.resolve(name + kind));
            assertThat(forest.margins(expected.rows())).containsExactly(expected.margins());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "regression", "lossguide", "stump", "constant"})
    void scoresAreXgboostsToTheLastBit(String name) throws IOException {
        Answers expected = expected(name);
        assertThat(XgboostModelFile.read(FILES.resolve(name + ".ubj")).scores(expected.rows()))
                .containsExactly(expected.scores());
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "regression", "lossguide", "stump", "constant"})
    void oneRowScoresAsManyDo(String name) throws IOException {
        float[] rows = expected(name).rows();
        Forest forest = XgboostModelFile.read(FILES.resolve(name + ".ubj"));
        float[] margins = forest.margins(rows);
        float[] scores = forest.scores(rows);
        for (int i = 0; i < margins.length; i++) {
            float[] row = Arrays.copyOfRange(rows, i * forest.features(), (i + 1) * forest.features());
            assertThat(forest.margin(row)).isEqualTo(margins[i]);
            assertThat(forest.score(row)).isEqualTo(scores[i]);
        }
    }

    @Test
    void theFileSaysWhatTheModelTakes() {
        Forest forest = XgboostModelFile.read(FILES.resolve("binary.ubj"));
        assertThat(forest.features()).isEqualTo(6);
        assertThat(forest.featureNames()).containsExactly("f0", "f1", "f2", "f3", "f4", "f5");
        assertThat(forest.trees()).isEqualTo(12);
        assertThat(forest.libraryVersion()).isEqualTo("3.2.0");
        assertThat(forest.link()).isEqualTo(Link.LOGISTIC);
    }

    private record Answers(float[] rows, float[] margins, float[] scores) {}

    private static Answers expected(String name) throws IOException {
        JsonTokens tokens = new JsonTokens(Files.readAllBytes(FILES.resolve(name + ".expected.json")));
        List<float[]> values = new ArrayList<>();
        tokens.object(key -> values.add(tokens.floats()));
        return new Answers(values.get(0), values.get(1), values.get(2));
    }
}
