package io.steelyard.benchmarks.scoring;

import io.steelyard.data.Batch;
import io.steelyard.data.TableEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// What both sides score, and with which model; the same in each run.
final class BatchData {
    static final int FEATURES = 28;

    private static final int TREES = 100;
    private static final int LEARNED_ROWS = 100_000;

    private BatchData() {}

    static String featureNames() {
        return IntStream.range(0, FEATURES).mapToObj(k -> "f" + k).collect(Collectors.joining(","));
    }

    /// Writes a file of distinct rows: a key `id` and 28 floats from 0 to 1, in row groups of 122,880 rows.
    ///
    /// @param number which of several such files; each has other rows
    static void write(Path file, long rows, int number) {
        long first = number * rows;
        String features = IntStream.range(0, FEATURES)
                .mapToObj(k -> "((hash(i * " + FEATURES + " + " + k + ") >> 40) / 16777216.0)::FLOAT AS f" + k)
                .collect(Collectors.joining(", "));
        try (TableEngine engine = TableEngine.open()) {
            engine.writeParquet(
                    "SELECT i AS id, " + features + " FROM range(" + first + ", " + (first + rows) + ") t(i)", file);
        }
    }

    /// Learns 100 trees of depth 6 from a file's first rows.
    static void learn(Path file, Path model) throws IOException {
        String label = "(f0 * f1 + f2 * f2 + sin(6 * f3) * f4 + f5 + hash(id) / 18446744073709551616.0 > 1.85)::DOUBLE";
        Batch rows;
        try (TableEngine engine = TableEngine.open()) {
            engine.registerParquet("rows", file);
            rows = engine.readAll(
                    "SELECT " + featureNames() + ", " + label + " AS label FROM rows LIMIT " + LEARNED_ROWS);
        }
        String[] names = featureNames().split(",", -1);
        float[] values = new float[rows.rows() * FEATURES];
        for (int k = 0; k < FEATURES; k++) {
            double[] column = rows.doubles(names[k]);
            for (int row = 0; row < column.length; row++) {
                values[row * FEATURES + k] = (float) column[row];
            }
        }
        double[] labels = rows.doubles("label");
        float[] narrow = new float[labels.length];
        for (int row = 0; row < labels.length; row++) {
            narrow[row] = (float) labels[row];
        }
        try {
            DMatrix matrix = new DMatrix(values, rows.rows(), FEATURES, Float.NaN);
            matrix.setLabel(narrow);
            matrix.setFeatureNames(names);
            Booster booster = XGBoost.train(
                    matrix,
                    Map.of("objective", "binary:logistic", "max_depth", 6, "eta", 0.1, "seed", 1, "verbose_eval", 0),
                    TREES,
                    Map.of(),
                    null,
                    null);
            booster.saveModel(model.toString());
            booster.dispose();
            matrix.dispose();
        } catch (XGBoostError e) {
            throw new IOException("XGBoost cannot learn the model: " + e.getMessage(), e);
        }
    }
}
