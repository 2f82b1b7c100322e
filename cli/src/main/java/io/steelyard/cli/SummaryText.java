package io.steelyard.cli;

import io.steelyard.pipeline.PipelineSummary;
import io.steelyard.pipeline.PipelineSummary.ColumnDriftLine;
import io.steelyard.pipeline.PipelineSummary.DriftLine;
import io.steelyard.pipeline.PipelineSummary.GateLine;
import io.steelyard.pipeline.PipelineSummary.QualityLine;
import io.steelyard.pipeline.PipelineSummary.ServingLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A pipeline's summary as a person reads it in a terminal.
final class SummaryText {
    private static final int WORST_GROUPS = 3;
    private static final int NAMED_COLUMNS = 2;
    private static final int BAR_WIDTH = 10;
    private static final double BAR_FULL_PSI = 0.5;

    private final PipelineSummary summary;
    private final Output output;
    private final List<String> lines = new ArrayList<>();

    private SummaryText(PipelineSummary summary, Output output) {
        this.summary = summary;
        this.output = output;
    }

    /// The lines of a summary.
    ///
    /// @param summary the summary
    /// @param output where they go, for its colours
    /// @return the lines, none of them with a line break
    static List<String> of(PipelineSummary summary, Output output) {
        SummaryText text = new SummaryText(summary, output);
        text.head();
        text.metrics();
        text.model();
        text.drift();
        text.quality();
        text.files();
        text.curl();
        return text.lines;
    }

    private void head() {
        lines.add("");
        lines.add(output.colour(Colour.STRONG, summary.pipeline())
                + (summary.question() == null ? "" : "  " + summary.question()));
    }

    private void metrics() {
        section("Weighed", count(summary.rows().getOrDefault("test", 0L)) + " test rows");
        Map<String, List<GateLine>> gates =
                summary.gates().stream().collect(Collectors.groupingBy(GateLine::metricName));
        summary.metrics().forEach((name, value) -> {
            String verdicts = gates.getOrDefault(name, List.of()).stream()
                    .map(this::verdict)
                    .collect(Collectors.joining("   "));
            lines.add(String.format(Locale.ROOT, "  %-20s %10s   %s", name, number(value), verdicts)
                    .stripTrailing());
        });
        summary.groups()
                .forEach((column, groups) -> lines.add(String.format(
                        Locale.ROOT,
                        "  %-20s            %s",
                        "roc_auc by " + column,
                        output.colour(Colour.FAINT, "worst " + worst(groups)))));
        summary.gates().stream()
                .filter(gate -> !summary.metrics().containsKey(gate.metricName()))
                .forEach(gate -> lines.add(
                        String.format(Locale.ROOT, "  %-20s %10s   %s", gate.metricName(), "missing", verdict(gate))));
    }

    private static String worst(Map<String, Map<String, Double>> groups) {
        return groups.entrySet().stream()
                .limit(WORST_GROUPS)
                .map(group -> String.format(
                        Locale.ROOT, "%s %.3f", group.getKey(), group.getValue().getOrDefault("roc_auc", Double.NaN)))
                .collect(Collectors.joining(", "));
    }

    private String verdict(GateLine gate) {
        String sign = switch (gate.comparison()) {
            case "gte" -> "≥";
            case "lte" -> "≤";
            case "gt" -> ">";
            default -> "<";
        };
        String text = sign + " " + shortest(gate.threshold());
        return gate.passed() ? output.colour(Colour.GOOD, "✓ " + text) : output.colour(Colour.BAD, "✗ " + text);
    }

    private void model() {
        PipelineSummary.ModelLine model = summary.model();
        section("Registered", "");
        String stage = summary.passed()
                ? output.colour(Colour.GOOD, model.stage())
                : output.colour(Colour.BAD, "not promoted: a gate fails");
        lines.add("  " + model.name() + " version " + model.version() + "   " + stage + "   "
                + output.colour(
                        Colour.FAINT,
                        model.rounds() + " rounds, file " + model.digest().substring(0, 12) + ", config "
                                + summary.configHash() + ", data "
                                + summary.dataDigest().substring(0, 12)));
        lines.add("  run " + summary.runId());
    }

    private void drift() {
        if (summary.drift().isEmpty()) {
            return;
        }
        section("Drift by month", "against " + count(summary.rows().getOrDefault("train", 0L)) + " training rows");
        for (DriftLine month : summary.drift()) {
            int filled = (int) Math.min(BAR_WIDTH, Math.round(month.scorePsi() / BAR_FULL_PSI * BAR_WIDTH));
            String bar = "█".repeat(filled) + output.colour(Colour.FAINT, "░".repeat(BAR_WIDTH - filled));
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s %9s rows   prediction PSI %.3f %s   %s",
                    month.window(),
                    count(month.rows()),
                    month.scorePsi(),
                    bar,
                    drifted(month)));
        }
    }

    private String drifted(DriftLine month) {
        if (month.drifted().isEmpty()) {
            return output.colour(Colour.GOOD, "no column drifted");
        }
        String worst = month.columns().stream()
                .filter(column -> month.drifted().contains(column.column()))
                .sorted(Comparator.comparingDouble(ColumnDriftLine::psi).reversed())
                .limit(NAMED_COLUMNS)
                .map(column -> String.format(Locale.ROOT, "%s %.2f", column.column(), column.psi()))
                .collect(Collectors.joining(", "));
        return output.colour(
                        Colour.WARN,
                        month.drifted().size() + " of " + month.columns().size() + " drifted") + ": " + worst
                + (month.drifted().size() > NAMED_COLUMNS ? ", …" : "");
    }

    private void quality() {
        if (summary.quality().isEmpty()) {
            return;
        }
        section("Quality by week", "labels as they arrived");
        for (QualityLine week : summary.quality()) {
            String metrics = week.metrics().entrySet().stream()
                    .filter(metric -> !Double.isNaN(metric.getValue()))
                    .map(metric -> String.format(Locale.ROOT, "%s %.3f", metric.getKey(), metric.getValue()))
                    .collect(Collectors.joining("   "));
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s %9s predictions  %3.0f %% labelled   %s",
                    week.window(),
                    count(week.rows()),
                    100.0 * week.labelled() / Math.max(1, week.rows()),
                    metrics));
        }
    }

    private void files() {
        section("Files", "");
        summary.files().forEach((what, path) -> lines.add(String.format(Locale.ROOT, "  %-20s %s", what, path)));
    }

    private void curl() {
        ServingLine serving = summary.serving();
        if (serving == null) {
            return;
        }
        section("Ask it", "");
        lines.add("  curl -s " + serving.url() + " -H 'Content-Type: application/json' -d '" + serving.request() + "'");
        lines.add("  " + output.colour(Colour.FAINT, serving.response()));
        lines.add("");
    }

    private void section(String title, String note) {
        lines.add("");
        lines.add(
                output.colour(Colour.STRONG, title) + (note.isEmpty() ? "" : "  " + output.colour(Colour.FAINT, note)));
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) >= 1) {
            return count((long) value);
        }
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String shortest(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
