package io.steelyard.cli;

import io.steelyard.pipeline.Reproduction;
import io.steelyard.pipeline.ReproductionLevel;
import io.steelyard.pipeline.ReproductionReport;
import io.steelyard.pipeline.ReproductionRequest;
import io.steelyard.pipeline.Tolerance;
import io.steelyard.tracking.RunArchive;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Repeats a run and says how far it is equal.
@Command(
        name = "reproduce",
        description = {
            "Verify every input of a run, run its pipeline again, and compare level by level.",
            "Exit 0 where every level that was asked for is reached, 1 where not, 2 where the run cannot be reproduced."
        })
final class ReproduceCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "RUN_ID", description = "The run, one of './steelyard run' or 'quickstart'.")
    private String runId;

    @Option(
            names = "--level",
            paramLabel = "LEVELS",
            defaultValue = "inputs,model,predictions,metrics",
            description = {
                "What must be equal (default: ${DEFAULT-VALUE}).",
                "Where inputs are asked for and differ, nothing is run; inputs alone run nothing either."
            })
    private String levels;

    @Option(
            names = "--tolerance",
            paramLabel = "[METRIC=]NUMBER",
            description =
                    "How far metrics may lie apart, in absolute difference: 0.001 for all, log_loss=0.01 for one. May be given more than once.")
    private List<String> tolerances = List.of();

    @Option(
            names = "--param",
            paramLabel = "KEY=VALUE",
            description = "Replace a value of the pipeline, to see that and where the results change.")
    private Map<String, String> params = Map.of();

    @Option(
            names = "--data-path",
            paramLabel = "OLD=NEW",
            description = "A file or folder that stands elsewhere now. May be given more than once.")
    private List<String> moved = List.of();

    @Mixin
    private StoreOptions store;

    @Option(names = "--json", description = "Print the report as one JSON object; progress goes to standard error.")
    private boolean json;

    ReproduceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ReproductionRequest request =
                new ReproductionRequest(runId, ReproductionLevel.list(levels), tolerance(), params, moved());
        ReproductionReport report = reproduce(request);
        if (json) {
            JsonOutput.print(terminal.out(), report);
        } else {
            new ReproductionText(report, terminal.out()).print();
        }
        return (report.reproduced() ? ExitCode.OK : ExitCode.NO).code();
    }

    private ReproductionReport reproduce(ReproductionRequest request) {
        StopSignal signal = new StopSignal();
        try (OpenStore opened = store.open();
                RunArchive archive = new StoppableArchive(opened.archive(), signal);
                StepPrinter printer = new StepPrinter(json ? terminal.err() : terminal.out())) {
            return Reproduction.run(request, archive, opened.folder().path(), printer);
        } finally {
            signal.done();
            signal.stopped();
        }
    }

    private Tolerance tolerance() {
        double all = 0;
        Map<String, Double> byMetric = new HashMap<>();
        for (String text : tolerances) {
            int equals = text.lastIndexOf('=');
            double value = number(text, text.substring(equals + 1));
            if (equals < 0) {
                all = value;
            } else {
                byMetric.put(text.substring(0, equals), value);
            }
        }
        return new Tolerance(all, byMetric);
    }

    private static double number(String option, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new CommandException(
                    ExitCode.USAGE, "--tolerance is a number, or METRIC=NUMBER, not '" + option + "'");
        }
    }

    private Map<Path, Path> moved() {
        Map<Path, Path> places = new HashMap<>();
        for (String text : moved) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw new CommandException(ExitCode.USAGE, "--data-path is OLD=NEW, not '" + text + "'");
            }
            places.put(absolute(text.substring(0, equals)), absolute(text.substring(equals + 1)));
        }
        return places;
    }

    private static Path absolute(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }
}
