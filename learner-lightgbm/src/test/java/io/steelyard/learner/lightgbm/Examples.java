package io.steelyard.learner.lightgbm;

import io.steelyard.training.TrainingSet;
import java.util.Random;
import java.util.stream.IntStream;

/// Rows with something to learn in them, made from a seed.
final class Examples {
    private Examples() {}

    static TrainingSet classes(long seed, int rows, int features, double missing) {
        TrainingSet values = values(seed, rows, features, missing);
        Random random = new Random(seed + 1);
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = values.labels()[row] + random.nextGaussian() > 0.5 ? 1 : 0;
        }
        return new TrainingSet(values.features(), values.values(), "late", labels);
    }

    static TrainingSet several(long seed, int rows, int features, int classes) {
        TrainingSet values = values(seed, rows, features, 0.05);
        Random random = new Random(seed + 2);
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            double noisy = values.labels()[row] + 0.3 * random.nextGaussian();
            labels[row] = Math.clamp(Math.round(noisy * 1.2 + (classes - 1) / 2.0), 0, classes - 1);
        }
        return new TrainingSet(values.features(), values.values(), "kind", labels);
    }

    static TrainingSet values(long seed, int rows, int features, double missing) {
        Random random = new Random(seed);
        float[] values = new float[rows * features];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            for (int feature = 0; feature < features; feature++) {
                float value = (float) random.nextGaussian();
                value = feature % 3 == 2 ? Math.round(value) : value;
                values[row * features + feature] = random.nextDouble() < missing ? Float.NaN : value;
                labels[row] += Float.isNaN(values[row * features + feature])
                        ? 0.3f
                        : (float) Math.sin(2 * value * (feature + 1)) / (feature + 1);
            }
        }
        return new TrainingSet(
                IntStream.range(0, features).mapToObj(i -> "feature_" + i).toList(), values, "delay", labels);
    }
}
