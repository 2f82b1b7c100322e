package io.steelyard.cli;

import io.steelyard.pipeline.Pipeline;
import io.steelyard.pipeline.PipelineFile;
import io.steelyard.pipeline.PipelineSummary;
import io.steelyard.pipeline.ServingHost;
import io.steelyard.pipeline.Workplace;
import io.steelyard.tracking.RunLog;
import io.steelyard.tracking.RunStatus;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs one pipeline.
@Command(
        name = "run",
        description = {
            "Run a pipeline: data, features, training, evaluation, gates, registry, serving, batch, replay, drift.",
            "Exit 1 where a gate fails."
        })
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "PIPELINE.yaml", description = "The pipeline's file.")
    private Path file;

    @Option(
            names = "--param",
            paramLabel = "KEY=VALUE",
            description = "Replace a value of the file, for example model.rounds=50. May be given more than once.")
    private Map<String, String> params = Map.of();

    @Mixin
    private StoreOptions store;

    @Option(names = "--json", description = "Print the summary as one JSON object; progress goes to standard error.")
    private boolean json;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PipelineFile pipeline = PipelineFile.read(file, params);
        StopSignal signal = new StopSignal();
        try (OpenStore opened = store.open();
                RunLog log = opened.start(pipeline.spec().name());
                ServingHost host = ServingHost.open(opened.folder().predictions(), "127.0.0.1", 0);
                StepPrinter printer = new StepPrinter(json ? terminal.err() : terminal.out())) {
            signal.whileUnderWay(() -> log.end(RunStatus.KILLED));
            PipelineSummary summary =
                    Pipeline.run(pipeline, new Workplace(log, opened.folder().path(), host, printer));
            signal.done();
            show(terminal, summary, json);
            return (summary.passed() ? ExitCode.OK : ExitCode.NO).code();
        } finally {
            signal.done();
            signal.stopped();
        }
    }

    /// Prints a summary.
    static void show(Terminal terminal, PipelineSummary summary, boolean json) {
        if (json) {
            JsonOutput.print(terminal.out(), summary);
        } else {
            SummaryText.of(summary, terminal.out()).forEach(terminal.out()::line);
        }
    }
}
