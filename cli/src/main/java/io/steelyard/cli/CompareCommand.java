package io.steelyard.cli;

import io.steelyard.data.Nearest;
import io.steelyard.pipeline.Reproduction;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunArchive;
import io.steelyard.tracking.comparison.ComparisonOptions;
import io.steelyard.tracking.comparison.MetricDirections;
import io.steelyard.tracking.comparison.RunComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Compares runs.
@Command(
        name = "compare",
        description = {
            "Compare runs: the best by each metric, ranges, what they were configured with differently,",
            "and whether the best is better than the others on the same folds."
        })
final class CompareCommand implements Callable<Integer> {
    private static final int MOST_RUNS = 1000;

    private final Terminal terminal;

    @Parameters(paramLabel = "RUN_ID", arity = "0..*", description = "The runs.")
    private List<String> runIds = List.of();

    @Option(names = "--experiment", paramLabel = "NAME", description = "All runs in use of an experiment instead.")
    private @Nullable String experiment;

    @Option(
            names = "--filter",
            paramLabel = "FILTER",
            defaultValue = "",
            description = "Which of the experiment's runs, for example \"metrics.auc > 0.8\" (see docs/search.md).")
    private String filter;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "" + MOST_RUNS,
            description = "How many of the experiment's runs at most, the newest (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "A metric to compare (default: all that a run has). May be given more than once.")
    private List<String> metrics = List.of();

    @Option(names = "--minimize", paramLabel = "NAME", description = "A metric that is better when smaller.")
    private Set<String> minimize = Set.of();

    @Option(names = "--maximize", paramLabel = "NAME", description = "A metric that is better when greater.")
    private Set<String> maximize = Set.of();

    @Mixin
    private StoreOptions store;

    @Option(names = "--json", description = "Print the comparison as one JSON object.")
    private boolean json;

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ComparisonOptions options = new ComparisonOptions(metrics, new MetricDirections(minimize, maximize));
        List<Run> runs = runs();
        if (runs.isEmpty()) {
            return nothing();
        }
        check(runs);
        RunComparison comparison = RunComparison.of(runs, options);
        if (json) {
            JsonOutput.print(terminal.out(), comparison);
        } else {
            new ComparisonText(comparison, terminal.out()).print();
        }
        return ExitCode.OK.code();
    }

    private List<Run> runs() {
        String name = experiment;
        if ((name == null) == runIds.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "name the runs to compare, or one experiment with --experiment; see compare --help");
        }
        if (limit < 1) {
            throw new CommandException(ExitCode.USAGE, "--limit must be at least 1, not " + limit);
        }
        try (OpenStore opened = store.open();
                RunArchive archive = opened.archive()) {
            if (name == null) {
                return runIds.stream().map(archive::run).toList();
            }
            List<Run> found = archive.runs(name, filter, limit);
            List<Run> runs = new ArrayList<>(found);
            runs.removeIf(run -> run.tags().containsKey(Reproduction.REPEATS_TAG));
            if (runs.size() < found.size()) {
                terminal.err().line((found.size() - runs.size()) + " repetitions of other runs are left out");
            }
            if (found.size() == limit) {
                terminal.err().line("these are the newest " + limit + " runs: --limit changes that");
            }
            return runs;
        }
    }

    private int nothing() {
        if (json) {
            JsonOutput.print(terminal.out(), Map.of("error", "No experiments to compare"));
        }
        throw new CommandException(
                ExitCode.USAGE,
                "the experiment '" + experiment + "' has no runs" + (filter.isEmpty() ? "" : " that the filter finds")
                        + ", or there is no such experiment");
    }

    private void check(List<Run> runs) {
        Set<String> known = new TreeSet<>();
        runs.forEach(run -> known.addAll(run.metrics().keySet()));
        List<String> asked = new ArrayList<>(metrics);
        asked.addAll(minimize);
        asked.addAll(maximize);
        for (String name : asked) {
            if (!known.contains(name) && known.stream().noneMatch(each -> each.startsWith(name + "_fold_"))) {
                throw new CommandException(
                        ExitCode.USAGE,
                        "no run has the metric '" + name + "'"
                                + Nearest.to(name, known)
                                        .map(nearest -> "; the nearest is '" + nearest + "'")
                                        .orElse(""));
            }
        }
    }
}
