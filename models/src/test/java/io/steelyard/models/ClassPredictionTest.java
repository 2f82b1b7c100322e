package io.steelyard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassPredictionTest {
    @Test
    void theMoreProbableClassIsPredictedAsSureAsItIsProbable() {
        assertThat(ClassPrediction.of(0.75)).isEqualTo(new ClassPrediction(1, 0.75));
        assertThat(ClassPrediction.of(0.25)).isEqualTo(new ClassPrediction(0, 0.75));
        assertThat(ClassPrediction.of(0.5)).isEqualTo(new ClassPrediction(1, 0.5));
        assertThat(ClassPrediction.of(0)).isEqualTo(new ClassPrediction(0, 1));
        assertThat(ClassPrediction.of(1)).isEqualTo(new ClassPrediction(1, 1));
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        for (double score : new double[] {Double.NaN, -0.1, 1.1}) {
            assertThatThrownBy(() -> ClassPrediction.of(score))
                    .hasMessage("a score must be a probability from 0 to 1, not " + score);
        }
    }

    @Test
    void ofSeveralClassesTheMostProbableIsPredictedAndOfEqualOnesTheFirst() {
        Signature signature = new Signature(
                Models.SIGNATURE.inputs(), Task.MULTICLASS_CLASSIFICATION, List.of("red", "green", "blue"));
        double[] scores = {0.25, 0.5, 0.25, 0.4, 0.2, 0.4};
        assertThat(ClassPrediction.of(signature, scores, 0)).isEqualTo(new ClassPrediction(1, 0.5));
        assertThat(ClassPrediction.of(signature, scores, 1)).isEqualTo(new ClassPrediction(0, 0.4));
        assertThat(ClassPrediction.of(Models.SIGNATURE, scores, 1)).isEqualTo(new ClassPrediction(1, 0.5));
    }
}
