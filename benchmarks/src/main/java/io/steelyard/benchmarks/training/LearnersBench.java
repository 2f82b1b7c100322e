package io.steelyard.benchmarks.training;

import com.sun.management.OperatingSystemMXBean;
import io.steelyard.benchmarks.report.Line;
import io.steelyard.benchmarks.report.Mark;
import io.steelyard.benchmarks.report.Part;
import io.steelyard.benchmarks.report.Progress;
import io.steelyard.benchmarks.report.Samples;
import io.steelyard.benchmarks.report.Setting;
import io.steelyard.models.Task;
import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner;
import io.steelyard.training.Learner.TrainingOptions;
import io.steelyard.training.Learners;
import io.steelyard.training.TrainingSet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// XGBoost as a learner beside XGBoost4J called by hand on the same arrays, from the arrays to the bytes of the model.
final class LearnersBench implements Part {
    private static final String BY_HAND = "XGBoost4J";
    private static final int FEATURES = 20;
    private static final int ROUNDS = 100;
    /// Within five hundredths: a ratio of 1 / 1.05.
    private static final Mark MARK = new Mark.Times(1 / 1.05);

    private static final Map<String, String> PARAMETERS =
            Map.of("max_depth", "6", "learning_rate", "0.1", "subsample", "0.8", "nthread", "2");

    @Override
    public String name() {
        return "learners";
    }

    @Override
    public List<Line> run(Setting setting, Map<String, String> versions) throws IOException {
        versions.put("XGBoost4J", "the library below our learner");
        int rows = setting.rows() / 50;
        Progress.say("xgboost on " + rows + " rows of " + FEATURES + " features, " + ROUNDS + " rounds");
        TrainingSet training = made(1, rows);
        TrainingSet validation = made(101, rows / 4);
        Samples samples = new Samples();
        Learner learner = Learners.byName("xgboost");
        for (int round = -1; round < setting.pace().rounds(); round++) {
            Turn ours = Turn.of(() -> ours(learner, training, validation));
            Turn theirs = Turn.of(() -> byHand(training, validation));
            if (!Arrays.equals(ours.model(), theirs.model())) {
                throw new IOException("xgboost: the sides have different models, of " + ours.model().length + " and "
                        + theirs.model().length + " bytes");
            }
            if (round >= 0) {
                samples.add("xgboost training", Samples.STEELYARD, ours.millis());
                samples.add("xgboost training", BY_HAND, theirs.millis());
                samples.add("CPU time of xgboost training", Samples.STEELYARD, ours.cpuMillis());
                samples.add("CPU time of xgboost training", BY_HAND, theirs.cpuMillis());
            }
        }
        return List.of(
                samples.line("xgboost training", "ms", Line.Better.SMALLER, MARK),
                samples.line("CPU time of xgboost training", "ms", Line.Better.SMALLER, MARK));
    }

    private static byte[] ours(Learner learner, TrainingSet training, TrainingSet validation) {
        LearnedModel model = learner.train(
                training,
                validation,
                new TrainingOptions(Task.BINARY_CLASSIFICATION, ROUNDS, ROUNDS, 42),
                PARAMETERS,
                (round, trainingLoss, validationLoss) -> {});
        return model.file().bytes();
    }

    private static byte[] byHand(TrainingSet training, TrainingSet validation) {
        try {
            DMatrix learned = matrix(training);
            DMatrix watched = matrix(validation);
            Map<String, Object> parameters = new LinkedHashMap<>(PARAMETERS);
            parameters.put("tree_method", "hist");
            parameters.put("objective", "binary:logistic");
            parameters.put("eval_metric", "logloss");
            parameters.put("seed", "42");
            parameters.put("verbosity", "0");
            Map<String, DMatrix> watches = new LinkedHashMap<>();
            watches.put("training", learned);
            watches.put("validation", watched);
            Booster booster = XGBoost.train(learned, parameters, 0, Map.of(), null, null);
            DMatrix[] sets = watches.values().toArray(DMatrix[]::new);
            String[] names = watches.keySet().toArray(String[]::new);
            for (int round = 0; round < ROUNDS; round++) {
                booster.update(learned, round);
                booster.evalSet(sets, names, round);
            }
            byte[] bytes = booster.toByteArray("ubj");
            booster.dispose();
            learned.dispose();
            watched.dispose();
            return bytes;
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost4J: " + e.getMessage(), e);
        }
    }

    private static DMatrix matrix(TrainingSet set) throws XGBoostError {
        DMatrix matrix = new DMatrix(set.values(), set.rows(), set.features().size(), Float.NaN);
        matrix.setLabel(set.labels());
        matrix.setFeatureNames(set.features().toArray(String[]::new));
        return matrix;
    }

    /// Rows from which every round learns something, on the validation rows as well.
    private static TrainingSet made(long stream, int rows) {
        float[] values = new float[rows * FEATURES];
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            double margin = 0;
            for (int feature = 0; feature < FEATURES; feature++) {
                double value = MadeRows.uniform(stream + feature, row);
                values[row * FEATURES + feature] = (float) value;
                margin += Math.sin(6 * value * (1 + feature % 5)) / (1 + feature);
            }
            labels[row] = margin > 0 ? 1 : 0;
        }
        return new TrainingSet(
                IntStream.range(0, FEATURES).mapToObj(i -> "x" + i).toList(), values, labels);
    }

    /// A turn of a side.
    private record Turn(byte[] model, double millis, double cpuMillis) {
        private static final double NANOS_A_MILLI = 1e6;

        static Turn of(java.util.function.Supplier<byte[]> work) {
            long cpu = cpuNanos();
            long begin = System.nanoTime();
            byte[] model = work.get();
            return new Turn(model, (System.nanoTime() - begin) / NANOS_A_MILLI, (cpuNanos() - cpu) / NANOS_A_MILLI);
        }

        private static long cpuNanos() {
            return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                    ? system.getProcessCpuTime()
                    : 0;
        }
    }
}
