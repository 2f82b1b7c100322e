package io.steelyard.learner.xgboost;

import java.util.Locale;

/// The losses in XGBoost's line of a round, for example `[3]<tab>training-logloss:0.41<tab>validation-logloss:0.52`.
final class Losses {
    private Losses() {}

    /// @return the losses in the order of the line
    static double[] parse(String line) {
        String[] parts = line.strip().split("\t", -1);
        double[] losses = new double[parts.length - 1];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = number(parts[i + 1].substring(parts[i + 1].lastIndexOf(':') + 1));
        }
        return losses;
    }

    private static double number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan", "-nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
