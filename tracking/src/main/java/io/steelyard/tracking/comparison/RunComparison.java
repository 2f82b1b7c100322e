package io.steelyard.tracking.comparison;

import io.steelyard.tracking.Metric;
import io.steelyard.tracking.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What runs have in common and what not. A metric's value is its latest; NaN is never best and in no range.
///
/// @param totalExperiments how many runs were compared
/// @param bestByMetric the best run by each metric that any run has as a number
/// @param metricRanges each metric over the runs that have it
/// @param directions which way each metric is better, and who says so
/// @param configDifferences by parameter, its value by run's id, null where a run has none: only parameters that are not
///     the same in all runs. `config_hash`, which follows from the others, stands in `runs`
/// @param sameConfig the parameters that all runs have with the same value
/// @param pairedTests the best run beside each other one, by metric with fold scores
/// @param runs the runs in the order in which they were given
/// @param notes what could not be compared and why, in sentences
public record RunComparison(
        int totalExperiments,
        Map<String, BestRun> bestByMetric,
        Map<String, MetricRange> metricRanges,
        Map<String, MetricDirection> directions,
        Map<String, Map<String, @Nullable String>> configDifferences,
        Map<String, String> sameConfig,
        List<FoldComparison> pairedTests,
        List<RunLine> runs,
        List<String> notes) {
    private static final String SYSTEM_METRICS = "system/";

    public RunComparison {
        bestByMetric = Collections.unmodifiableMap(new LinkedHashMap<>(bestByMetric));
        metricRanges = Collections.unmodifiableMap(new LinkedHashMap<>(metricRanges));
        directions = Collections.unmodifiableMap(new LinkedHashMap<>(directions));
        configDifferences = Collections.unmodifiableMap(new LinkedHashMap<>(configDifferences));
        sameConfig = Collections.unmodifiableMap(new LinkedHashMap<>(sameConfig));
        pairedTests = List.copyOf(pairedTests);
        runs = List.copyOf(runs);
        notes = List.copyOf(notes);
    }

    /// Compares runs.
    ///
    /// @param runs the runs; one that stands twice counts once
    /// @param options which metrics, and which way they are better
    /// @return what was found
    /// @throws IllegalArgumentException where there are no runs: `No experiments to compare`
    public static RunComparison of(List<Run> runs, ComparisonOptions options) {
        Map<String, Run> byId = new LinkedHashMap<>();
        runs.forEach(run -> byId.putIfAbsent(run.id(), run));
        if (byId.isEmpty()) {
            throw new IllegalArgumentException("No experiments to compare");
        }
        return compare(List.copyOf(byId.values()), options);
    }

    private static RunComparison compare(List<Run> runs, ComparisonOptions options) {
        List<String> notes = new ArrayList<>();
        Map<String, BestRun> best = new LinkedHashMap<>();
        Map<String, MetricRange> ranges = new LinkedHashMap<>();
        Map<String, MetricDirection> directions = new LinkedHashMap<>();
        for (String metric : metrics(runs, options)) {
            MetricDirection direction = options.directions().of(metric);
            directions.put(metric, direction);
            ranges.put(metric, range(runs, metric));
            BestRun first = best(runs, metric, direction);
            if (first == null) {
                notes.add("no run has '" + metric + "' as a number");
            } else {
                best.put(metric, first);
            }
        }
        Map<String, Map<String, @Nullable String>> different = new LinkedHashMap<>();
        Map<String, String> same = new LinkedHashMap<>();
        params(runs, different, same);
        List<FoldComparison> paired = new FoldTests(runs, options, notes).all();
        return new RunComparison(
                runs.size(),
                best,
                ranges,
                directions,
                different,
                same,
                paired,
                runs.stream().map(run -> RunLine.of(run, directions.keySet())).toList(),
                notes);
    }

    private static Collection<String> metrics(List<Run> runs, ComparisonOptions options) {
        if (!options.metrics().isEmpty()) {
            return options.metrics();
        }
        TreeSet<String> names = new TreeSet<>();
        runs.forEach(run -> names.addAll(run.metrics().keySet()));
        names.removeIf(name -> FoldScores.isFold(name) || name.startsWith(SYSTEM_METRICS));
        return names;
    }

    private static MetricRange range(List<Run> runs, String metric) {
        DoubleSummaryStatistics numbers = new DoubleSummaryStatistics();
        int notANumber = 0;
        for (Run run : runs) {
            Metric value = run.metrics().get(metric);
            if (value != null && Double.isNaN(value.value())) {
                notANumber++;
            } else if (value != null) {
                numbers.accept(value.value());
            }
        }
        int count = (int) numbers.getCount();
        return count == 0
                ? new MetricRange(Double.NaN, Double.NaN, Double.NaN, 0, notANumber)
                : new MetricRange(numbers.getMin(), numbers.getMax(), numbers.getAverage(), count, notANumber);
    }

    private static @Nullable BestRun best(List<Run> runs, String metric, MetricDirection direction) {
        List<Run> first = new ArrayList<>();
        double value = Double.NaN;
        for (Run run : runs) {
            Metric its = run.metrics().get(metric);
            if (its == null || Double.isNaN(its.value())) {
                continue;
            }
            int better = first.isEmpty()
                    ? 1
                    : its.value() == value ? 0 : direction.direction().compareWorstFirst(its.value(), value);
            if (better > 0) {
                first.clear();
                value = its.value();
            }
            if (better >= 0) {
                first.add(run);
            }
        }
        if (first.isEmpty()) {
            return null;
        }
        Run winner = first.getFirst();
        return new BestRun(
                winner.id(),
                value,
                winner.params().get(RunLine.CONFIG_HASH),
                first.stream().skip(1).map(Run::id).toList());
    }

    private static void params(
            List<Run> runs, Map<String, Map<String, @Nullable String>> different, Map<String, String> same) {
        TreeSet<String> keys = new TreeSet<>();
        runs.forEach(run -> keys.addAll(run.params().keySet()));
        keys.remove(RunLine.CONFIG_HASH);
        for (String key : keys) {
            Map<String, @Nullable String> values = new LinkedHashMap<>();
            runs.forEach(run -> values.put(run.id(), run.params().get(key)));
            String first = values.get(runs.getFirst().id());
            if (first != null && values.values().stream().allMatch(value -> Objects.equals(value, first))) {
                same.put(key, first);
            } else {
                different.put(key, Collections.unmodifiableMap(values));
            }
        }
    }
}
