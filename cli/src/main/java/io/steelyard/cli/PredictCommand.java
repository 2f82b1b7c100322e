package io.steelyard.cli;

import io.steelyard.batch.BatchInference;
import io.steelyard.batch.BatchJob;
import io.steelyard.batch.BatchModel;
import io.steelyard.batch.BatchResult;
import io.steelyard.batch.KeptColumns;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Scores Parquet files.
@Command(
        name = "predict",
        description = {
            "Score Parquet files of any length: the columns to keep, prediction and probability, model_version,",
            "model_path and scored_at go to one Parquet file, which appears when it is whole. Rows keep their order.",
            "After a stop the same command goes on from its finished parts."
        })
final class PredictCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "URI",
            description = {
                "What scores: models:/NAME@ALIAS, models:/NAME/3, models:/NAME/Production, runs:/RUN/PATH,",
                "a model folder, or a model file of XGBoost (.ubj, .json), LightGBM (.txt, .lgb) or ONNX (.onnx)."
            })
    private String model;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "SOURCE",
            description =
                    "A Parquet file, a folder of them, or a pattern in quotes, 'days/*.parquet'; may be given more than once.")
    private List<String> inputs;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The Parquet file to write.")
    private Path output;

    @Option(
            names = "--columns",
            paramLabel = "NAMES",
            description = "The input columns to keep, with commas between them; '' for none (default: all).")
    private @Nullable String columns;

    @Option(
            names = "--batch-size",
            paramLabel = "ROWS",
            defaultValue = "10000",
            description = "At most so many rows go to the model at once; it gets at most 2048.")
    private int batchSize;

    @Mixin
    private StoreOptions store;

    @Option(names = "--json", description = "Print the summary as one JSON object; progress goes to standard error.")
    private boolean json;

    PredictCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        BatchModel opened = new ModelFetch(model).open(store);
        BatchJob job = new BatchJob(inputs, output, kept(columns), Instant.now(), batchSize);
        StopSignal signal = new StopSignal();
        Thread worker = Thread.currentThread();
        BatchResult result;
        try (PredictProgress progress = new PredictProgress(terminal.err())) {
            signal.whileUnderWay(worker::interrupt);
            result = BatchInference.run(opened, job, progress);
        } finally {
            signal.done();
            signal.stopped();
        }
        if (json) {
            JsonOutput.print(terminal.out(), PredictSummary.of(opened, result));
        } else {
            PredictSummary.lines(result).forEach(terminal.out()::line);
        }
        return ExitCode.OK.code();
    }

    private static KeptColumns kept(@Nullable String names) {
        return names == null
                ? KeptColumns.all()
                : KeptColumns.named(Stream.of(names.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList());
    }
}
