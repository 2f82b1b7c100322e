package io.steelyard.pipeline;

import io.steelyard.data.Batch;
import io.steelyard.data.BatchWriter;
import io.steelyard.data.TableEngine;
import io.steelyard.models.Predictor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows that a model is asked, and the bits of its answers.
///
/// @param rows the model's input columns, before transforms
/// @param scores what the model answers, a line a row: the bits of each number in 16 hexadecimal digits, the numbers of
///     a row divided by a space
record Probe(Batch rows, List<String> scores) {
    private static final int MOST_ROWS = 1000;

    /// Asks a model rows at even distances.
    ///
    /// @param predictor the model
    /// @param test the rows to choose from, at least one
    static Probe of(Predictor predictor, Batch test) {
        int count = Math.min(MOST_ROWS, test.rows());
        int[] chosen = IntStream.range(0, count)
                .map(i -> (int) ((long) i * test.rows() / count))
                .toArray();
        Batch rows = test.select(predictor.signature().inputs().names()).take(chosen);
        return new Probe(rows, ask(predictor, rows));
    }

    /// What a model answers to rows.
    static List<String> ask(Predictor predictor, Batch rows) {
        if (rows.rows() == 0) {
            return List.of();
        }
        double[] scores = predictor.score(rows);
        int width = scores.length / rows.rows();
        HexFormat hex = HexFormat.of();
        return IntStream.range(0, rows.rows())
                .mapToObj(row -> Arrays.stream(scores, row * width, (row + 1) * width)
                        .mapToObj(score -> hex.toHexDigits(Double.doubleToLongBits(score)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /// The numbers of a line of scores.
    static double[] numbers(String line) {
        return Arrays.stream(line.split(" "))
                .mapToDouble(bits -> Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(bits)))
                .toArray();
    }

    String scoresText() {
        return scores.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    void writeRows(Path target) {
        try (BatchWriter writer = TableEngine.parquetWriter(rows.schema(), target)) {
            writer.write(rows);
            writer.finish();
        }
    }

    static Batch readRows(Path file) {
        try (TableEngine engine = TableEngine.open()) {
            engine.registerParquet("probe", file);
            return engine.readAll("SELECT * FROM probe");
        }
    }
}
