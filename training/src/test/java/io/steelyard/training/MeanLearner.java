package io.steelyard.training;

import io.steelyard.models.ModelFile;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The simplest of learners: its model is the labels' mean.
public final class MeanLearner implements Learner {
    @Override
    public String name() {
        return "mean";
    }

    @Override
    public LearnedModel train(
            TrainingSet training,
            @Nullable TrainingSet validation,
            TrainingOptions options,
            Map<String, String> parameters,
            RoundListener listener) {
        double sum = 0;
        for (float label : training.labels()) {
            sum += label;
        }
        byte[] mean = ByteBuffer.allocate(8).putDouble(sum / training.rows()).array();
        return new LearnedModel(new ModelFile("mean", "model.mean", mean), 0, 1);
    }
}
