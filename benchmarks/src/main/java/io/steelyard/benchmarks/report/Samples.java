package io.steelyard.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values that were measured, by figure and side; a report shows their medians.
public final class Samples {
    /// The name of our own side.
    public static final String STEELYARD = "Steelyard";

    private final Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();

    /// Adds a value.
    ///
    /// @param figure what was measured
    /// @param side whose it is: [#STEELYARD], or the name of what it is compared with
    /// @param value the value
    public void add(String figure, String side, double value) {
        values.computeIfAbsent(figure, key -> new LinkedHashMap<>())
                .computeIfAbsent(side, key -> new ArrayList<>())
                .add(value);
    }

    /// The line of a figure, which is told at once: a benchmark that is broken off has not measured for nothing.
    ///
    /// @param figure what was measured
    /// @param unit its unit
    /// @param better which values are better
    /// @param mark what is to be reached; null for nothing
    /// @return the line; of the others, the one whose first value was added first stands first
    /// @throws IllegalStateException where Steelyard has no value
    public Line line(String figure, String unit, Line.Better better, @Nullable Mark mark) {
        Map<String, Double> medians = new LinkedHashMap<>();
        values.getOrDefault(figure, Map.of()).forEach((side, all) -> medians.put(side, median(all)));
        Double ours = medians.remove(STEELYARD);
        if (ours == null) {
            throw new IllegalStateException("nothing was measured for " + figure);
        }
        Line line = new Line(figure, unit, better, ours, medians, mark);
        Progress.say("  " + line.text());
        return line;
    }

    private static double median(List<Double> all) {
        double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
