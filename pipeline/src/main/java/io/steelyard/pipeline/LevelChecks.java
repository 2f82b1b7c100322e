package io.steelyard.pipeline;

import io.steelyard.models.Predictor;
import io.steelyard.pipeline.ReproductionReport.LevelLine;
import io.steelyard.pipeline.ReproductionReport.MetricLine;
import io.steelyard.pipeline.ReproductionReport.State;
import io.steelyard.pipeline.provenance.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Holds what a repetition brought against the run, level by level.
///
/// @param run the run
/// @param tolerance how far metrics may lie apart
record LevelChecks(RecordedRun run, Tolerance tolerance) {
    /// The files of the model.
    LevelLine model(Outcome found) {
        Map<String, String> wanted = run.outcome().model();
        Set<String> names = new TreeSet<>(wanted.keySet());
        names.addAll(found.model().keySet());
        for (String name : names) {
            String then = wanted.getOrDefault(name, "absent");
            String now = found.model().getOrDefault(name, "absent");
            if (!then.equals(now)) {
                return new LevelLine(
                        ReproductionLevel.MODEL,
                        State.MISSED,
                        name + " differs: SHA-256 " + then + ", now " + now + "; " + why(found));
            }
        }
        return new LevelLine(
                ReproductionLevel.MODEL,
                State.REACHED,
                names.size() + " files of equal bytes: " + String.join(", ", names));
    }

    /// Where the two went apart, as far as can be said.
    private String why(Outcome found) {
        Outcome then = run.outcome();
        if (!then.rows().equals(found.rows())) {
            return "the rows differ already: " + then.rows() + ", now " + found.rows();
        }
        return then.trainingRows().equals(found.trainingRows())
                ? "the learner got the same numbers, so the learner differs"
                : "the learner got other numbers, so the features or transforms differ";
    }

    /// The answers to the stored probe.
    LevelLine predictions(Predictor predictor) {
        List<String> wanted = run.probeScores();
        List<String> found = Probe.ask(predictor, Probe.readRows(run.probeRows()));
        if (wanted.size() != found.size()) {
            return new LevelLine(
                    ReproductionLevel.PREDICTIONS,
                    State.MISSED,
                    "the probe has " + found.size() + " rows, but " + wanted.size() + " scores: its record is damaged");
        }
        int different = 0;
        int first = -1;
        double most = 0;
        for (int row = 0; row < wanted.size(); row++) {
            if (!wanted.get(row).equals(found.get(row))) {
                different++;
                first = first < 0 ? row : first;
                most = Math.max(most, distance(wanted.get(row), found.get(row)));
            }
        }
        if (different == 0) {
            return new LevelLine(
                    ReproductionLevel.PREDICTIONS,
                    State.REACHED,
                    wanted.size() + " rows of the probe answered with equal bits");
        }
        return new LevelLine(
                ReproductionLevel.PREDICTIONS,
                State.MISSED,
                different + " of " + wanted.size() + " rows of the probe are answered otherwise, by " + most
                        + " at most; the first is row " + first);
    }

    private static double distance(String wanted, String found) {
        double[] then = Probe.numbers(wanted);
        double[] now = Probe.numbers(found);
        if (then.length != now.length) {
            return Double.POSITIVE_INFINITY;
        }
        double most = 0;
        for (int i = 0; i < then.length; i++) {
            double distance = Math.abs(then[i] - now[i]);
            most = Math.max(most, Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance);
        }
        return most;
    }

    /// The metrics of both.
    List<MetricLine> metrics(Outcome found) {
        Map<String, Double> wanted = run.outcome().metrics();
        Set<String> names = new TreeSet<>(wanted.keySet());
        names.addAll(found.metrics().keySet());
        List<MetricLine> lines = new ArrayList<>();
        for (String name : names) {
            Double then = wanted.get(name);
            Double now = found.metrics().get(name);
            boolean same = then != null && now != null && tolerance.covers(name, then, now);
            lines.add(new MetricLine(name, then, now, tolerance.of(name), same));
        }
        return lines;
    }

    /// Whether they are equal.
    static LevelLine metrics(List<MetricLine> lines) {
        List<MetricLine> different = lines.stream().filter(line -> !line.same()).toList();
        if (different.isEmpty()) {
            boolean exact = lines.stream().allMatch(line -> line.tolerance() == 0);
            return new LevelLine(
                    ReproductionLevel.METRICS,
                    State.REACHED,
                    lines.size() + (exact ? " metrics equal to the last digit" : " metrics within the tolerance"));
        }
        MetricLine first = different.getFirst();
        return new LevelLine(
                ReproductionLevel.METRICS,
                State.MISSED,
                different.size() + " of " + lines.size() + " metrics differ by more than the tolerance: " + first.name()
                        + " was " + first.recorded() + ", is " + first.found());
    }
}
