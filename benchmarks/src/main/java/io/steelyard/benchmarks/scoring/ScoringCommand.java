package io.steelyard.benchmarks.scoring;

import io.steelyard.benchmarks.report.Line;
import io.steelyard.benchmarks.report.Machine;
import io.steelyard.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures scoring.
@Command(
        name = "scoring",
        description = {
            "Measure the scoring of tree models, beside the libraries that trained them.",
            "All sides work in memory on one core of this machine; their turns alternate; each figure is a median."
        })
public final class ScoringCommand implements Callable<Integer> {
    private static final List<ScoringBench> BENCHES = List.of(new ForestBench(), new PredictBench());

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures into a file, as one JSON object.")
    private @Nullable Path json;

    @Option(names = "--quick", description = "Short turns and few rows: does it work, not how fast is it.")
    private boolean quick;

    @Option(names = "--only", paramLabel = "NAME", description = "Measure one part only, for example forest.")
    private @Nullable String only;

    @Option(names = "--without-python", description = "Measure Steelyard alone.")
    private boolean withoutPython;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where files lie meanwhile (default: target in the repository).")
    private @Nullable Path work;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<ScoringBench> benches = BENCHES.stream()
                .filter(bench -> only == null || only.equals(bench.name()))
                .toList();
        if (benches.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--only " + only + ": there are "
                            + BENCHES.stream().map(ScoringBench::name).toList());
        }
        Path home = Path.of(System.getProperty("steelyard.home", "."));
        String python = System.getProperty("steelyard.tool.python", "");
        if (python.isEmpty() && !withoutPython) {
            System.err.println(
                    "the Python libraries could not be installed (see target/tools.log): Steelyard is measured alone");
        }
        Path parent = Files.createDirectories(work == null ? home.resolve("target") : work);
        Path folder = Files.createTempDirectory(parent, "bench");
        try {
            Report report = run(
                    benches,
                    new ScoringSetting(
                            folder,
                            python.isEmpty() || withoutPython ? null : Path.of(python),
                            quick ? ScoringSetting.Pace.QUICK : ScoringSetting.Pace.FULL));
            System.out.print(report.text());
            if (json != null) {
                Files.writeString(json, report.json());
            }
        } finally {
            delete(folder);
        }
        return 0;
    }

    private static Report run(List<ScoringBench> benches, ScoringSetting setting)
            throws IOException, InterruptedException {
        Machine machine = Machine.of(setting.folder());
        Map<String, String> versions = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>();
        for (ScoringBench bench : benches) {
            lines.addAll(bench.run(setting, versions));
        }
        return new Report(machine, versions, lines);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
