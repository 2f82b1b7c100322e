package io.steelyard.cli;

import io.steelyard.pipeline.Pipeline;
import io.steelyard.pipeline.PipelineFile;
import io.steelyard.pipeline.PipelineSummary;
import io.steelyard.pipeline.StoreRunLog;
import io.steelyard.pipeline.Workplace;
import io.steelyard.server.DataFolder;
import io.steelyard.server.Platform;
import io.steelyard.server.SteelyardServer;
import io.steelyard.tracking.RunLog;
import io.steelyard.tracking.RunStatus;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs the example from its tables to a served model, and leaves the server running.
@Command(
        name = "quickstart",
        description = {
            "Train, weigh, register, serve and watch a model on real data: every flight that left New York in 2013.",
            "Then the server goes on until Ctrl-C."
        })
final class QuickstartCommand implements Callable<Integer> {
    private static final String PIPELINE = "examples/flights/pipeline.yaml";

    private final Terminal terminal;

    @Option(names = "--exit", description = "End after the summary instead of going on as a server.")
    private boolean exit;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "./steelyard-data",
            description = "The data folder (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Mixin
    private ServerPorts ports;

    @Option(names = "--json", description = "Print the summary as one JSON object; progress goes to standard error.")
    private boolean json;

    QuickstartCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path home = Path.of(System.getProperty("steelyard.home", "."));
        PipelineFile pipeline = PipelineFile.read(home.resolve(PIPELINE), Map.of());
        StopSignal signal = new StopSignal();
        ports.warning().ifPresent(text -> terminal.err().line(terminal.err().colour(Colour.BAD, text)));
        try (SteelyardServer server = SteelyardServer.start(DataFolder.open(data), ports.options())) {
            PipelineSummary summary = run(server, pipeline, signal);
            RunCommand.show(terminal, summary, json);
            if (!exit) {
                ServerCommand.announce(json ? terminal.err() : terminal.out(), server);
                signal.await();
            }
            return (summary.passed() ? ExitCode.OK : ExitCode.NO).code();
        } finally {
            signal.done();
            signal.stopped();
        }
    }

    private PipelineSummary run(SteelyardServer server, PipelineFile pipeline, StopSignal signal) {
        Platform platform = server.platform();
        try (RunLog log = StoreRunLog.start(
                        platform.tracking(),
                        platform.registry(),
                        platform.artifacts(),
                        pipeline.spec().name());
                StepPrinter printer = new StepPrinter(json ? terminal.err() : terminal.out())) {
            signal.whileUnderWay(() -> log.end(RunStatus.KILLED));
            PipelineSummary summary =
                    Pipeline.run(pipeline, new Workplace(log, platform.folder().path(), server, printer));
            signal.done();
            return summary;
        }
    }
}
