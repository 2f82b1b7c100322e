package io.steelyard.forest;

import java.util.Arrays;
import java.util.List;

/// What the attributes of all tree ensembles of ONNX say in common.
final class OnnxSettings {
    private static final int MOST_OUTPUTS = 1 << 16;
    private static final List<String> TRANSFORMS = List.of("NONE", "SOFTMAX", "LOGISTIC", "SOFTMAX_ZERO", "PROBIT");
    private static final List<String> AGGREGATES = List.of("AVERAGE", "SUM", "MIN", "MAX");

    private OnnxSettings() {}

    static Link link(String transform) {
        return switch (transform) {
            case "NONE" -> Link.IDENTITY;
            case "SOFTMAX" -> Link.SOFTMAX;
            case "LOGISTIC" -> Link.LOGISTIC;
            case "SOFTMAX_ZERO" -> Link.SOFTMAX_ZERO;
            case "PROBIT" -> Link.PROBIT;
            default ->
                throw new ForestException(
                        "the post_transform '" + transform + "' is not supported; these are: " + TRANSFORMS);
        };
    }

    static Aggregate aggregate(String name) {
        return switch (name) {
            case "AVERAGE" -> Aggregate.AVERAGE;
            case "SUM" -> Aggregate.SUM;
            case "MIN" -> Aggregate.MIN;
            case "MAX" -> Aggregate.MAX;
            default ->
                throw new ForestException(
                        "the aggregate_function '" + name + "' is not supported; these are: " + AGGREGATES);
        };
    }

    /// The name of a transform that a number stands for.
    static String transform(int number) {
        return named(TRANSFORMS, number, "post_transform");
    }

    /// The name of an aggregate that a number stands for.
    static String aggregateName(int number) {
        return named(AGGREGATES, number, "aggregate_function");
    }

    static int outputs(int count, String name) {
        if (count < 1 || count > MOST_OUTPUTS) {
            throw new ForestException(name + " is " + count + ", but should be between 1 and " + MOST_OUTPUTS);
        }
        return count;
    }

    /// How many values a row has: what the graph's input says, else as many as the trees look at.
    static int features(OnnxInput input, int[] looked) {
        int greatest = 0;
        for (int each : looked) {
            greatest = Math.max(greatest, each);
        }
        if (greatest == Integer.MAX_VALUE) {
            throw new ForestException("a node looks at feature " + greatest + ", which is too great");
        }
        return input.features() > 0 ? input.features() : greatest + 1;
    }

    /// Sums and what is added at the end. Least and greatest leaves are sought from infinity.
    static Summation summation(Precision precision, Aggregate aggregate, double[] offset) {
        double[] start = new double[offset.length];
        double first = switch (aggregate) {
            case SUM, AVERAGE -> 0;
            case MIN -> Double.POSITIVE_INFINITY;
            case MAX -> Double.NEGATIVE_INFINITY;
        };
        Arrays.fill(start, first);
        return new Summation(precision, aggregate, start, offset);
    }

    private static String named(List<String> names, int number, String attribute) {
        if (number < 0 || number >= names.size()) {
            throw new ForestException(
                    attribute + " is " + number + ", but should be between 0 and " + (names.size() - 1));
        }
        return names.get(number);
    }
}
