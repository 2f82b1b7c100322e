package io.steelyard.benchmarks.training;

import io.steelyard.benchmarks.report.Part;
import io.steelyard.benchmarks.report.PartsOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Measures training.
@Command(
        name = "training",
        description = {
            "Measure transforms and what else training is made of, beside the Python libraries that people use for it.",
            "Both sides work in memory on this machine; their turns alternate; each figure is a median.",
            "Parts: transforms, matrix, learners, evaluation."
        })
public final class TrainingCommand implements Callable<Integer> {
    private static final List<Part> PARTS =
            List.of(new TransformsBench(), new MatrixBench(), new LearnersBench(), new EvaluationBench());

    @Mixin
    private PartsOptions options = new PartsOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return options.run(PARTS, 1_000_000, 10_000_000);
    }
}
