package io.steelyard.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values that were measured, by figure and side; a report shows their medians.
final class Samples {
    private final Map<String, List<Double>> values = new HashMap<>();

    void add(String figure, Side side, double value) {
        values.computeIfAbsent(key(figure, side.name()), key -> new ArrayList<>())
                .add(value);
    }

    /// The line of a figure, which is told at once: a benchmark that is broken off has not measured for nothing.
    ///
    /// @throws IllegalStateException where Steelyard has no value
    Line line(String figure, String unit, Line.Better better, @Nullable Mark mark) {
        Double ours = median(figure, SteelyardSide.NAME);
        if (ours == null) {
            throw new IllegalStateException("nothing was measured for " + figure);
        }
        Line line = new Line(figure, unit, better, ours, median(figure, MlflowSide.NAME), mark);
        Progress.say("  " + line.text());
        return line;
    }

    private @Nullable Double median(String figure, String side) {
        List<Double> all = values.get(key(figure, side));
        if (all == null) {
            return null;
        }
        double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String key(String figure, String side) {
        return side + ": " + figure;
    }
}
