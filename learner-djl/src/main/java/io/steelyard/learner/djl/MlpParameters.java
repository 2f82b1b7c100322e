package io.steelyard.learner.djl;

import io.steelyard.training.KnownParameters;
import io.steelyard.training.TrainingException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/// The chosen parameters of a network.
///
/// @param hiddenSizes how many numbers each inner layer has
/// @param learningRate how far a step goes
/// @param batchSize how many rows a step sees
/// @param weightDecay how much of each weight's square is added to the loss
record MlpParameters(int[] hiddenSizes, float learningRate, int batchSize, float weightDecay) {
    private static final KnownParameters KNOWN = new KnownParameters(
            "mlp",
            Set.of("hidden_sizes", "learning_rate", "batch_size", "weight_decay"),
            Map.of(
                    "epochs", "is the training's number of rounds",
                    "max_iter", "is the training's number of rounds",
                    "seed", "is the training's seed",
                    "hidden_layer_sizes", "is called 'hidden_sizes' here",
                    "alpha", "is called 'weight_decay' here"));

    static MlpParameters of(Map<String, String> chosen) {
        KNOWN.check(chosen);
        String sizes = chosen.getOrDefault("hidden_sizes", "64,32").replace("[", "").replace("]", "");
        int[] hidden = sizes.isBlank()
                ? new int[0]
                : Arrays.stream(sizes.split(",", -1))
                        .mapToInt(size -> (int) number("hidden_sizes", size, 1))
                        .toArray();
        return new MlpParameters(
                hidden,
                (float) number("learning_rate", chosen.getOrDefault("learning_rate", "0.001"), Float.MIN_NORMAL),
                (int) number("batch_size", chosen.getOrDefault("batch_size", "256"), 1),
                (float) number("weight_decay", chosen.getOrDefault("weight_decay", "0"), 0));
    }

    private static double number(String name, String text, double least) {
        double value = Double.NaN;
        try {
            value = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new TrainingException("the parameter '" + name + "' is '" + text + "', but must be a number", e);
        }
        boolean whole = least == 1;
        if (!(value >= least) || value > Integer.MAX_VALUE || (whole && value != Math.rint(value))) {
            throw new TrainingException("the parameter '" + name + "' is '" + text + "', but must be a "
                    + (whole ? "whole number from 1" : least > 0 ? "number above 0" : "number from 0"));
        }
        return value;
    }
}
