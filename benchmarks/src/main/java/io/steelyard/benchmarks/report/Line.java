package io.steelyard.benchmarks.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One line of a report.
///
/// @param name what was measured
/// @param unit its unit, for example `ms`
/// @param better which values are better
/// @param steelyard Steelyard's median
/// @param others the medians of the other sides in the same run, by their names; the ratio is that to the first. Empty
/// where none was measured
/// @param mark what is to be reached; null for nothing
public record Line(
        String name,
        String unit,
        Better better,
        double steelyard,
        Map<String, Double> others,
        @Nullable Mark mark) {
    /// Which values are better.
    public enum Better {
        /// Greater ones, as of a rate.
        GREATER,
        /// Smaller ones, as of a time.
        SMALLER
    }

    public Line {
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /// The figures in a few words.
    String text() {
        String beside = others.entrySet().stream()
                .map(other -> other.getKey() + " " + Report.number(other.getValue()))
                .collect(Collectors.joining(", "));
        return name + ", " + unit + ": " + Report.number(steelyard) + (beside.isEmpty() ? "" : " (" + beside + ")");
    }

    /// How many times better Steelyard is than the first of the others; null without one.
    @Nullable
    Double ratio() {
        double other = others.values().stream().findFirst().orElse(0.0);
        if (steelyard == 0 || other == 0) {
            return null;
        }
        return switch (better) {
            case GREATER -> steelyard / other;
            case SMALLER -> other / steelyard;
        };
    }

    /// Whether the mark is reached; null where there is none, or where it needs the other side and that is missing.
    @Nullable
    Boolean reached() {
        return switch (mark) {
            case null -> null;
            case Mark.AtMost most -> steelyard <= most.value();
            case Mark.Times times -> {
                Double ratio = ratio();
                yield ratio == null ? null : ratio >= times.value();
            }
        };
    }
}
