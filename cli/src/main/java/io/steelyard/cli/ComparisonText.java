package io.steelyard.cli;

import io.steelyard.evaluation.Direction;
import io.steelyard.tracking.comparison.BestRun;
import io.steelyard.tracking.comparison.FoldComparison;
import io.steelyard.tracking.comparison.MetricDirection;
import io.steelyard.tracking.comparison.MetricRange;
import io.steelyard.tracking.comparison.RunComparison;
import io.steelyard.tracking.comparison.RunLine;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A comparison for people: a few runs side by side, many by their ranges.
final class ComparisonText {
    private static final int SIDE_BY_SIDE = 4;
    private static final int ID_DIGITS = 8;
    private static final MathContext SIX_DIGITS = new MathContext(6);
    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_TO = 1e9;

    private final RunComparison comparison;
    private final Output out;
    private final Map<String, String> names = new HashMap<>();

    ComparisonText(RunComparison comparison, Output out) {
        this.comparison = comparison;
        this.out = out;
        Map<String, Long> count =
                comparison.runs().stream().collect(Collectors.groupingBy(RunLine::runName, Collectors.counting()));
        for (RunLine run : comparison.runs()) {
            String id = run.runId().substring(0, Math.min(ID_DIGITS, run.runId().length()));
            boolean unique = !run.runName().isEmpty() && count.getOrDefault(run.runName(), 0L) == 1;
            names.put(run.runId(), unique ? run.runName() : (run.runName() + " " + id).strip());
        }
    }

    void print() {
        boolean few = comparison.runs().size() <= SIDE_BY_SIDE;
        runs();
        show(few ? sideBySide() : ranges());
        boolean assumed = comparison.directions().values().stream()
                .anyMatch(direction -> direction.source() == MetricDirection.Source.ASSUMED);
        if (assumed) {
            Wrapped.lines("? the name does not say which way is better: --minimize NAME, --maximize NAME", width())
                    .forEach(out::line);
        }
        show(few ? parametersSideBySide() : parameters());
        if (!comparison.sameConfig().isEmpty()) {
            out.line("");
            out.line("The same in all runs: " + counted(comparison.sameConfig().size(), "parameter"));
        }
        show(folds());
        if (!comparison.notes().isEmpty()) {
            out.line("");
        }
        for (String note : comparison.notes()) {
            Wrapped.lines("Note: " + note, width()).forEach(out::line);
        }
    }

    private void runs() {
        out.line(counted(comparison.totalExperiments(), "run") + " compared");
        if (comparison.runs().size() > SIDE_BY_SIDE) {
            return;
        }
        TextTable table = new TextTable("RUN", "ID", "STATUS", "CONFIG");
        comparison
                .runs()
                .forEach(run -> table.row(
                        name(run.runId()),
                        run.runId(),
                        run.status(),
                        Objects.requireNonNullElse(run.configHash(), "-")));
        show(table);
    }

    private TextTable sideBySide() {
        List<String> heading = new ArrayList<>(List.of("METRIC"));
        comparison.runs().forEach(run -> heading.add(name(run.runId())));
        TextTable table = new TextTable(heading.toArray(String[]::new));
        comparison.directions().forEach((metric, direction) -> {
            List<String> row = new ArrayList<>(List.of(metric + " " + arrow(direction)));
            BestRun best = comparison.bestByMetric().get(metric);
            for (RunLine run : comparison.runs()) {
                Double value = run.metrics().get(metric);
                boolean wins = best != null
                        && best.tied().size() + 1 < comparison.runs().size()
                        && (best.runId().equals(run.runId()) || best.tied().contains(run.runId()));
                row.add(value == null ? "-" : number(value) + (wins ? " *" : ""));
            }
            table.row(row.toArray(String[]::new));
        });
        return table;
    }

    private TextTable ranges() {
        TextTable table = new TextTable("METRIC", "BEST", "RUN", "MIN", "MEAN", "MAX", "RUNS");
        comparison.metricRanges().forEach((metric, range) -> {
            BestRun best = comparison.bestByMetric().get(metric);
            table.row(
                    metric + " "
                            + arrow(Objects.requireNonNull(
                                    comparison.directions().get(metric))),
                    best == null ? "-" : number(best.value()),
                    best == null ? "-" : winner(best),
                    number(range.min()),
                    number(range.mean()),
                    number(range.max()),
                    counted(range));
        });
        return table;
    }

    private String winner(BestRun best) {
        String name = name(best.runId());
        return best.tied().isEmpty() ? name : name + " and " + best.tied().size() + " more";
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String counted(MetricRange range) {
        return range.runs() + (range.notANumber() == 0 ? "" : " (" + range.notANumber() + " NaN)");
    }

    private TextTable parametersSideBySide() {
        List<String> heading = new ArrayList<>(List.of("PARAMETER"));
        comparison.runs().forEach(run -> heading.add(name(run.runId())));
        TextTable table = new TextTable(heading.toArray(String[]::new));
        comparison.configDifferences().forEach((key, values) -> {
            List<String> row = new ArrayList<>(List.of(key));
            comparison.runs().forEach(run -> row.add(text(values.get(run.runId()))));
            table.row(row.toArray(String[]::new));
        });
        return table;
    }

    private TextTable parameters() {
        TextTable table = new TextTable("PARAMETER", "VALUES, THE MOST FREQUENT FIRST");
        comparison.configDifferences().forEach((key, values) -> {
            Map<String, Integer> count = new LinkedHashMap<>();
            values.values().forEach(value -> count.merge(text(value), 1, Integer::sum));
            table.row(
                    key,
                    count.entrySet().stream()
                            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                            .map(entry -> entry.getKey() + (entry.getValue() == 1 ? "" : " (" + entry.getValue() + ")"))
                            .collect(Collectors.joining(", ")));
        });
        return table;
    }

    private TextTable folds() {
        TextTable table = new TextTable("ON THE SAME FOLDS", "BEST", "BESIDE", "FOLDS", "DIFFERENCE", "P");
        for (FoldComparison each : comparison.pairedTests()) {
            table.row(
                    each.metric(),
                    name(each.bestRunId()),
                    name(each.otherRunId()),
                    Integer.toString(each.folds()),
                    number(each.difference()),
                    number(each.pValue()));
        }
        return table;
    }

    private void show(TextTable table) {
        if (table.isEmpty()) {
            return;
        }
        out.line("");
        if (out.isTerminal()) {
            table.fit(width());
        }
        table.print(out);
    }

    private int width() {
        return out.isTerminal() ? out.columns() : 120;
    }

    private String name(String runId) {
        return names.getOrDefault(runId, runId);
    }

    private static String arrow(MetricDirection direction) {
        String arrow = direction.direction() == Direction.GREATER_IS_BETTER ? "↑" : "↓";
        return direction.source() == MetricDirection.Source.ASSUMED ? arrow + "?" : arrow;
    }

    private static String text(@Nullable String value) {
        return value == null ? "-" : value;
    }

    /// A number to six digits.
    private static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        double size = Math.abs(value);
        BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        return size == 0 || (size >= PLAIN_FROM && size < PLAIN_TO)
                ? rounded.toPlainString()
                : Double.toString(rounded.doubleValue());
    }
}
