package io.steelyard.benchmarks.scoring;

import io.steelyard.benchmarks.report.Part;
import io.steelyard.benchmarks.report.PartsOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Measures scoring.
@Command(
        name = "scoring",
        description = {
            "Measure the scoring of tree models beside the libraries that trained them, in memory on one core, and",
            "./steelyard predict beside pandas, pyarrow and xgboost. The sides take turns; each figure is a median.",
            "Parts: forest, predict (needs 7 GB of disk)."
        })
public final class ScoringCommand implements Callable<Integer> {
    private static final List<Part> PARTS = List.of(new ForestBench(), new PredictBench());

    @Mixin
    private PartsOptions options = new PartsOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.run(PARTS, 4096, 32_768);
    }
}
