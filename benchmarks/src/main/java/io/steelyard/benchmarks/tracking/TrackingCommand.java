package io.steelyard.benchmarks.tracking;

import io.steelyard.benchmarks.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures tracking: logging, searching, histories, start and memory.
@Command(
        name = "tracking",
        description = {
            "Measure logging, search, metric histories, start and memory, beside MLflow's own server.",
            "Both servers run on SQLite on this machine; their turns alternate; each figure is a median."
        })
public final class TrackingCommand implements Callable<Integer> {
    private static final int MOST_RUNS = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Option(names = "--quick", description = "Short turns and 10,000 runs: does it work, not how fast is it.")
    private boolean quick;

    @Option(
            names = "--runs",
            paramLabel = "N",
            split = ",",
            description = "How many runs are searched in, one or more numbers (default: 100000,1000000).")
    private List<Integer> runs = new ArrayList<>();

    @Option(names = "--without-mlflow", description = "Measure Steelyard alone.")
    private boolean withoutMlflow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (int count : runs) {
            if (count < 1000 || count > MOST_RUNS) {
                throw new ParameterException(
                        spec.commandLine(), "--runs " + count + ": take from 1000 to " + MOST_RUNS + " runs");
            }
        }
        if (runs.isEmpty()) {
            runs = quick ? List.of(10_000) : List.of(100_000, 1_000_000);
        }
        Path home = ReportOptions.home();
        String python = System.getProperty("steelyard.tool.mlflow", "");
        if (python.isEmpty() && !withoutMlflow) {
            System.err.println("MLflow could not be installed (see target/tools.log): Steelyard is measured alone");
        }
        List<Side> sides = new ArrayList<>(List.of(new SteelyardSide(home)));
        if (!python.isEmpty() && !withoutMlflow) {
            sides.add(new MlflowSide(Path.of(python)));
        }
        List<Integer> sizes = runs;
        return report.write(
                folder -> new TrackingBench(sides, folder, quick ? Pace.quick() : Pace.full(), sizes).run());
    }
}
