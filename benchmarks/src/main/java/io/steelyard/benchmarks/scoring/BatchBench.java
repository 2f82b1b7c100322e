package io.steelyard.benchmarks.scoring;

import io.steelyard.benchmarks.report.Line;
import io.steelyard.benchmarks.report.Mark;
import io.steelyard.benchmarks.report.Progress;
import io.steelyard.benchmarks.report.Samples;
import io.steelyard.data.TableEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `./steelyard predict` beside the usual Python program: Parquet to Parquet, each as a process of its own from its start to its end.
/// Both write the key, the class and its probability; ours writes three columns more. The results are compared row by row.
///
/// @param home where the launcher `steelyard` stands
/// @param folder where files lie meanwhile: about 120 bytes a row
/// @param python the Python with pandas, pyarrow and xgboost; null where Steelyard is measured alone
/// @param rows how many rows a file has
/// @param rounds how often the sides take turns
record BatchBench(Path home, Path folder, @Nullable Path python, long rows, int rounds) {
    /// How many files the long batch has.
    private static final int FILES = 5;

    private static final String SCRIPT = "batch.py";
    private static final String CHUNKS = "pandas, chunks of 10,000";
    private static final String WHOLE = "pandas, all rows at once";
    private static final double MEGABYTE = 1e6;

    /// Measures.
    ///
    /// @param versions what was compared goes in here, by name
    /// @return the figures
    /// @throws IOException where a side fails, or the results differ
    /// @throws InterruptedException where it is interrupted
    public List<Line> run(Map<String, String> versions) throws IOException, InterruptedException {
        Path days = Files.createDirectories(folder.resolve("days"));
        Path model = folder.resolve("model.ubj");
        Path script = folder.resolve(SCRIPT);
        try (InputStream resource = BatchBench.class.getResourceAsStream(SCRIPT)) {
            if (resource == null) {
                throw new IOException("there is no script " + SCRIPT);
            }
            Files.copy(resource, script);
        }
        Progress.say("batch: making " + FILES + " files of " + rows + " rows");
        for (int i = 0; i < FILES; i++) {
            BatchData.write(days.resolve(i + ".parquet"), rows, i);
        }
        Path first = days.resolve("0.parquet");
        BatchData.learn(first, model);

        String time = "predict, " + amount(rows) + " rows, Parquet to Parquet";
        String cpu = "CPU time of predict, " + amount(rows) + " rows";
        Samples samples = new Samples();
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Progress.say("batch: round " + (round + 1) + " of " + rounds);
            MeasuredProcess ours = ours(model, first);
            add(samples, time, cpu, Samples.STEELYARD, ours);
            seconds.add(secondsOf(ours));
            if (python != null) {
                for (String way : List.of(CHUNKS, WHOLE)) {
                    MeasuredProcess theirs = MeasuredProcess.run(
                            folder,
                            List.of(
                                    python.toString(),
                                    script.toString(),
                                    way.equals(CHUNKS) ? "chunks" : "whole",
                                    model.toString(),
                                    first.toString(),
                                    folder.resolve("theirs.parquet").toString(),
                                    BatchData.featureNames()));
                    add(samples, time, cpu, way, theirs);
                    versions.put("batch in Python", theirs.output().strip());
                    requireEqual();
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        lines.add(samples.line(time, "s", Line.Better.SMALLER, new Mark.Times(5)));
        lines.add(samples.line(cpu, "s", Line.Better.SMALLER, null));
        lines.addAll(longBatch(model, days, median(seconds)));
        return lines;
    }

    private List<Line> longBatch(Path model, Path days, double shortSeconds) throws IOException, InterruptedException {
        Progress.say("batch: " + amount(FILES * rows) + " rows");
        MeasuredProcess all = ours(model, days);
        Samples samples = new Samples();
        String ratio = "time per row at " + amount(FILES * rows) + " rows, against " + amount(rows);
        samples.add(ratio, Samples.STEELYARD, secondsOf(all) / FILES / shortSeconds);
        String memory = "memory at " + amount(FILES * rows) + " rows, the most";
        samples.add(memory, Samples.STEELYARD, all.residentBytes() / MEGABYTE);
        return List.of(
                samples.line(ratio, "times", Line.Better.SMALLER, new Mark.AtMost(1.1)),
                samples.line(memory, "MB", Line.Better.SMALLER, new Mark.AtMost(1000)));
    }

    private MeasuredProcess ours(Path model, Path input) throws IOException, InterruptedException {
        Files.deleteIfExists(output());
        return MeasuredProcess.run(
                folder,
                List.of(
                        home.resolve("steelyard").toString(),
                        "predict",
                        "--model",
                        model.toString(),
                        "--input",
                        input.toString(),
                        "--output",
                        output().toString(),
                        "--columns",
                        "id",
                        "--json"));
    }

    private Path output() {
        return folder.resolve("ours.parquet");
    }

    /// What the command says that it took, without the start of Java, which a long batch does not repeat.
    private static double secondsOf(MeasuredProcess ours) {
        JsonNode summary = JsonMapper.shared().readTree(ours.output());
        return summary.path("seconds").asDouble();
    }

    private static void add(Samples samples, String time, String cpu, String side, MeasuredProcess process) {
        samples.add(time, side, process.seconds());
        samples.add(cpu, side, process.cpuSeconds());
    }

    /// The link of a margin to its probability may be rounded differently; nothing else may differ.
    private void requireEqual() throws IOException {
        try (TableEngine engine = TableEngine.open()) {
            engine.registerParquet("ours", output());
            engine.registerParquet("theirs", folder.resolve("theirs.parquet"));
            double wrong = engine.readAll(
                            "SELECT count(*) AS n FROM (SELECT id, prediction, probability FROM ours) a POSITIONAL JOIN"
                                    + " (SELECT id AS id2, prediction AS prediction2, probability AS probability2 FROM"
                                    + " theirs) b WHERE id IS DISTINCT FROM id2 OR (prediction IS DISTINCT FROM prediction2"
                                    + " AND abs(probability - 0.5) > 1e-7) OR abs(probability - probability2) > 2e-7 OR"
                                    + " probability2 IS NULL")
                    .doubles("n")[0];
            if (wrong > 0) {
                throw new IOException("batch: the sides differ in " + (long) wrong + " of " + rows + " rows");
            }
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String amount(long rows) {
        return rows % 1_000_000 == 0 ? rows / 1_000_000 + " million" : Long.toString(rows);
    }
}
