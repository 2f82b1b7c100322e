package io.steelyard.benchmarks;

import org.jspecify.annotations.Nullable;

/// One line of a report.
///
/// @param name what was measured
/// @param unit its unit, for example `ms`
/// @param better which values are better
/// @param steelyard Steelyard's median
/// @param mlflow MLflow's median in the same run; null where it was not measured
/// @param mark what is to be reached; null for nothing
record Line(
        String name,
        String unit,
        Better better,
        double steelyard,
        @Nullable Double mlflow,
        @Nullable Mark mark) {
    /// Which values are better.
    enum Better {
        GREATER,
        SMALLER
    }

    /// The figures in a few words.
    String text() {
        return name + ", " + unit + ": " + Report.number(steelyard)
                + (mlflow == null ? "" : " (" + MlflowSide.NAME + " " + Report.number(mlflow) + ")");
    }

    /// How many times better Steelyard is; null without the other side.
    @Nullable
    Double ratio() {
        if (mlflow == null || steelyard == 0 || mlflow == 0) {
            return null;
        }
        return switch (better) {
            case GREATER -> steelyard / mlflow;
            case SMALLER -> mlflow / steelyard;
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
