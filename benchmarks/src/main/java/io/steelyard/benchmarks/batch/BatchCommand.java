package io.steelyard.benchmarks.batch;

import io.steelyard.benchmarks.report.Machine;
import io.steelyard.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures batch prediction.
@Command(
        name = "batch",
        description = {
            "Measure ./steelyard predict beside pandas, pyarrow and xgboost: Parquet files of 28 columns, a model of 100 trees of",
            "depth 6. Needs 120 bytes of disk a row and five times the rows."
        })
public final class BatchCommand implements Callable<Integer> {
    private static final long QUICK_ROWS = 1_000_000;
    private static final long FULL_ROWS = 10_000_000;
    private static final int FULL_ROUNDS = 3;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures into a file, as one JSON object.")
    private @Nullable Path json;

    @Option(names = "--quick", description = "One round of few rows: does it work, not how fast is it.")
    private boolean quick;

    @Option(names = "--rows", paramLabel = "ROWS", description = "How many rows a file has (default: 10 million).")
    private @Nullable Long rows;

    @Option(names = "--without-python", description = "Measure Steelyard alone.")
    private boolean withoutPython;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where files lie meanwhile (default: target in the repository).")
    private @Nullable Path work;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("steelyard.home", ".")).toAbsolutePath();
        String python = System.getProperty("steelyard.tool.python", "");
        if (python.isEmpty() && !withoutPython) {
            System.err.println(
                    "the Python libraries could not be installed (see target/tools.log): Steelyard is measured alone");
        }
        Path parent = Files.createDirectories(work == null ? home.resolve("target") : work);
        Path folder = Files.createTempDirectory(parent, "bench");
        try {
            Machine machine = Machine.of(folder);
            Map<String, String> versions = new LinkedHashMap<>();
            BatchBench bench = new BatchBench(
                    home,
                    folder,
                    python.isEmpty() || withoutPython ? null : Path.of(python),
                    rows != null ? rows : quick ? QUICK_ROWS : FULL_ROWS,
                    quick ? 1 : FULL_ROUNDS);
            Report report = new Report(machine, versions, bench.run(versions));
            System.out.print(report.text());
            if (json != null) {
                Files.writeString(json, report.json());
            }
        } finally {
            delete(folder);
        }
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
