package io.steelyard.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EarlyStoppingTest {
    static Stream<JsonNode> vectors() {
        Path file = Path.of(System.getProperty("vectors.dir"), "early_stopping.json");
        return JsonMapper.shared().readTree(file).get("cases").valueStream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void stopsWhereTheVectorsSay(JsonNode vector) {
        EarlyStopping stopping = new EarlyStopping(
                vector.get("patience").asInt(),
                vector.get("min_delta").asDouble(),
                EarlyStopping.Mode.valueOf(vector.get("mode").asString().toUpperCase(Locale.ROOT)));
        int stopped = -1;
        JsonNode scores = vector.get("scores");
        for (int epoch = 0; epoch < scores.size() && stopped < 0; epoch++) {
            stopped = stopping.stopsAfter(epoch, scores.get(epoch).asDouble()) ? epoch : -1;
        }
        JsonNode expected = vector.get("stopped_epoch");
        assertThat(stopped).isEqualTo(expected.isNull() ? -1 : expected.asInt());
        assertThat(stopping.bestEpoch()).isEqualTo(vector.get("best_epoch").asInt());
        assertThat(stopping.bestScore()).isEqualTo(vector.get("best_score").asDouble());
    }

    @Test
    void aFallOfLessThanATenThousandthIsNoImprovementUnlessSaid() {
        EarlyStopping usual = new EarlyStopping(1);
        assertThat(usual.stopsAfter(0, 0.5)).isFalse();
        assertThat(usual.stopsAfter(1, 0.49995)).isTrue();
        EarlyStopping exact = new EarlyStopping(1, 0, EarlyStopping.Mode.MIN);
        assertThat(exact.stopsAfter(0, 0.5)).isFalse();
        assertThat(exact.stopsAfter(1, 0.49995)).isFalse();
    }

    @Test
    void aScoreThatIsNoNumberNeverImprovesAndIsBeatenByAny() {
        EarlyStopping stopping = new EarlyStopping(2);
        assertThat(stopping.stopsAfter(0, Double.NaN)).isFalse();
        assertThat(stopping.stopsAfter(1, 3)).isFalse();
        assertThat(stopping.stopsAfter(2, Double.NaN)).isFalse();
        assertThat(stopping.stopsAfter(3, Double.NaN)).isTrue();
        assertThat(stopping.bestEpoch()).isEqualTo(1);
    }

    @Test
    void aPatienceOfNothingIsRefused() {
        assertThatThrownBy(() -> new EarlyStopping(0)).hasMessage("the patience must be at least 1 epoch, not 0");
        assertThatThrownBy(() -> new EarlyStopping(1, Double.NaN, EarlyStopping.Mode.MAX))
                .hasMessage("the least improvement must be at least 0, not NaN");
    }
}
