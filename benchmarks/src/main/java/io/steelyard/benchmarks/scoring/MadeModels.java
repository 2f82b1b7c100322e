package io.steelyard.benchmarks.scoring;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// Rows of bell-shaped numbers, and models that the libraries train on such rows. Everything is made of a fixed seed.
final class MadeModels {
    static final int FEATURES = 28;
    private static final int TRAINING_ROWS = 8000;

    private MadeModels() {}

    static float[] rows(long seed, int count) {
        Random random = new Random(seed);
        float[] values = new float[count * FEATURES];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    /// A model of full trees; it predicts with one thread.
    static Booster xgboost(int trees, int depth) throws XGBoostError {
        float[] rows = rows(1, TRAINING_ROWS);
        DMatrix matrix = new DMatrix(rows, TRAINING_ROWS, FEATURES, Float.NaN);
        matrix.setLabel(labels(rows));
        Booster booster = XGBoost.train(
                matrix,
                Map.of(
                        "objective",
                        "binary:logistic",
                        "max_depth",
                        depth,
                        "min_child_weight",
                        0,
                        "eta",
                        0.05,
                        "seed",
                        1,
                        "verbose_eval",
                        0),
                trees,
                Map.of(),
                null,
                null);
        matrix.dispose();
        booster.setParam("nthread", 1);
        return booster;
    }

    /// A model of trees of at most six levels, as the file's text.
    static String lightgbm(int trees) throws LGBMException {
        float[] rows = rows(1, TRAINING_ROWS);
        String parameters = "objective=binary num_leaves=63 max_depth=6 min_data_in_leaf=1 seed=1 verbose=-1";
        try (LGBMDataset set = LGBMDataset.createFromMat(wide(rows), TRAINING_ROWS, FEATURES, true, parameters, null)) {
            set.setField("label", labels(rows));
            try (LGBMBooster booster = LGBMBooster.create(set, parameters)) {
                for (int i = 0; i < trees; i++) {
                    booster.updateOneIter();
                }
                return booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.SPLIT);
            }
        }
    }

    static double[] margins(LGBMBooster booster, double[] rows) throws LGBMException {
        return booster.predictForMat(
                rows, rows.length / FEATURES, FEATURES, true, PredictionType.C_API_PREDICT_RAW_SCORE, "num_threads=1");
    }

    private static float[] labels(float[] rows) {
        Random random = new Random(2);
        float[] labels = new float[TRAINING_ROWS];
        for (int row = 0; row < labels.length; row++) {
            int at = row * FEATURES;
            double signal = rows[at] * rows[at + 1] + Math.sin(3 * rows[at + 2]) + random.nextGaussian();
            for (int i = 3; i < FEATURES; i++) {
                signal += 0.1 * rows[at + i];
            }
            labels[row] = signal > 0 ? 1 : 0;
        }
        return labels;
    }
}
