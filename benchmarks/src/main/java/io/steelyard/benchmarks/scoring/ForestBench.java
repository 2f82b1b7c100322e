package io.steelyard.benchmarks.scoring;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.steelyard.benchmarks.report.Line;
import io.steelyard.benchmarks.report.Mark;
import io.steelyard.benchmarks.report.Part;
import io.steelyard.benchmarks.report.Progress;
import io.steelyard.benchmarks.report.Samples;
import io.steelyard.benchmarks.report.Setting;
import io.steelyard.forest.Forest;
import io.steelyard.forest.LightgbmModelFile;
import io.steelyard.forest.Rows;
import io.steelyard.forest.XgboostModelFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import org.jspecify.annotations.Nullable;

/// Forests beside XGBoost4J, LightGBM4j and Python's XGBoost: single rows, blocks of rows, loading, memory. Before
/// anything is timed all sides have to give the same margins, to the last bit.
final class ForestBench implements Part {
    private static final String XGBOOST4J = "XGBoost4J";
    private static final String LIGHTGBM4J = "LightGBM4j";
    private static final int SINGLE_ROWS_OF_LIBRARIES = 500;
    private static final int BLOCK = 4096;
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return "forest";
    }

    @Override
    public List<Line> run(Setting setting, Map<String, String> versions) throws IOException, InterruptedException {
        float[] rows = MadeModels.rows(3, setting.rows());
        versions.put(XGBOOST4J, "3.0.4");
        versions.put(LIGHTGBM4J, "4.3.0-1");
        versions.put(
                "vectors", ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? "used" : "not there");
        Path python = setting.python();
        try (PythonXgboost peer = python == null ? null : PythonXgboost.start(python, setting.folder(), rows)) {
            if (peer != null) {
                versions.put(PythonXgboost.NAME, peer.version());
            }
            return lines(setting, rows, peer);
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a library could not train or score: " + e.getMessage(), e);
        }
    }

    private static List<Line> lines(Setting setting, float[] rows, @Nullable PythonXgboost peer) throws Exception {
        int rounds = setting.pace().rounds();
        Progress.say("training 1,000 trees of depth 8, 100 of depth 6, and 100 of LightGBM");
        Booster large = MadeModels.xgboost(1000, 8);
        byte[] largeFile = large.toByteArray("ubj");
        List<Line> lines = new ArrayList<>(loading(largeFile, rounds));
        Booster small = MadeModels.xgboost(100, 6);
        byte[] smallFile = small.toByteArray("ubj");
        Path smallPath = Files.write(setting.folder().resolve("small.ubj"), smallFile);
        Path largePath = Files.write(setting.folder().resolve("large.ubj"), largeFile);
        Forest smallForest = XgboostModelFile.read(smallFile);
        Forest largeForest = XgboostModelFile.read(largeFile);
        check(XGBOOST4J, smallForest, small, rows);
        check(XGBOOST4J, largeForest, large, rows);

        float[][] singles = new float[rows.length / MadeModels.FEATURES][];
        for (int i = 0; i < singles.length; i++) {
            singles[i] = Arrays.copyOfRange(rows, i * MadeModels.FEATURES, (i + 1) * MadeModels.FEATURES);
        }
        lines.addAll(measure(
                "single row, 100 trees of depth 6",
                new Mark.AtMost(0.8),
                rounds,
                List.of(
                        Turn.of(Samples.STEELYARD, singles.length, () -> single(smallForest, singles)),
                        Turn.of(XGBOOST4J, SINGLE_ROWS_OF_LIBRARIES, () -> {
                            for (int i = 0; i < SINGLE_ROWS_OF_LIBRARIES; i++) {
                                small.inplace_predict(singles[i], 1, MadeModels.FEATURES, Float.NaN);
                            }
                        }))));
        lines.addAll(blocks(
                "row of a block, 100 trees of depth 6",
                new Mark.AtMost(0.45),
                rounds,
                rows,
                smallForest,
                small,
                peer,
                smallPath));
        lines.addAll(blocks(
                "row of a block, 1,000 trees of depth 8",
                new Mark.Times(3),
                rounds,
                rows,
                largeForest,
                large,
                peer,
                largePath));
        lines.addAll(lightgbm(rounds, MadeModels.wide(rows)));
        small.dispose();
        large.dispose();
        return lines;
    }

    private static List<Line> blocks(
            String figure,
            Mark mark,
            int rounds,
            float[] rows,
            Forest forest,
            Booster booster,
            @Nullable PythonXgboost peer,
            Path model)
            throws Exception {
        int count = rows.length / MadeModels.FEATURES;
        float[][] blocks = new float[count / BLOCK][];
        for (int i = 0; i < blocks.length; i++) {
            int from = i * BLOCK * MadeModels.FEATURES;
            blocks[i] = Arrays.copyOfRange(rows, from, from + BLOCK * MadeModels.FEATURES);
        }
        List<Turn> turns = new ArrayList<>();
        turns.add(Turn.of(Samples.STEELYARD, count, () -> {
            for (float[] block : blocks) {
                forest.scores(block);
            }
        }));
        turns.add(Turn.of(XGBOOST4J, count, () -> {
            for (float[] block : blocks) {
                booster.inplace_predict(block, BLOCK, MadeModels.FEATURES, Float.NaN);
            }
        }));
        if (peer != null) {
            turns.add(new Turn(PythonXgboost.NAME, count, () -> peer.score(model)));
        }
        return measure(figure, mark, rounds, turns);
    }

    private static List<Line> lightgbm(int rounds, double[] rows) throws Exception {
        String text = MadeModels.lightgbm(100);
        Forest forest = LightgbmModelFile.read(text.getBytes(StandardCharsets.UTF_8));
        double[][] singles = new double[rows.length / MadeModels.FEATURES][];
        for (int i = 0; i < singles.length; i++) {
            singles[i] = Arrays.copyOfRange(rows, i * MadeModels.FEATURES, (i + 1) * MadeModels.FEATURES);
        }
        try (LGBMBooster booster = LGBMBooster.loadModelFromString(text)) {
            if (!Arrays.equals(forest.margins(Rows.of(rows, MadeModels.FEATURES)), MadeModels.margins(booster, rows))) {
                throw new IllegalStateException("the margins are not those of " + LIGHTGBM4J);
            }
            List<Line> lines = new ArrayList<>(measure(
                    "single row, LightGBM's 100 trees of depth 6",
                    null,
                    rounds,
                    List.of(
                            Turn.of(Samples.STEELYARD, singles.length, () -> single(forest, singles)),
                            Turn.of(LIGHTGBM4J, SINGLE_ROWS_OF_LIBRARIES, () -> {
                                for (int i = 0; i < SINGLE_ROWS_OF_LIBRARIES; i++) {
                                    booster.predictForMatSingleRow(singles[i], PredictionType.C_API_PREDICT_NORMAL);
                                }
                            }))));
            lines.addAll(measure(
                    "row of a block, LightGBM's 100 trees of depth 6",
                    null,
                    rounds,
                    List.of(
                            Turn.of(
                                    Samples.STEELYARD,
                                    singles.length,
                                    () -> forest.scores(Rows.of(rows, MadeModels.FEATURES))),
                            Turn.of(LIGHTGBM4J, singles.length, () -> MadeModels.margins(booster, rows)))));
            return lines;
        }
    }

    private static List<Line> loading(byte[] file, int rounds) {
        Samples samples = new Samples();
        long before = heap();
        long begin = System.nanoTime();
        Forest forest = XgboostModelFile.read(file);
        samples.add("the first load of 1,000 trees of depth 8", Samples.STEELYARD, (System.nanoTime() - begin) / 1e6);
        samples.add(
                "memory of 1,000 trees of depth 8, for a byte of the file",
                Samples.STEELYARD,
                (heap() - before) / (double) file.length);
        for (int round = 0; round < rounds; round++) {
            begin = System.nanoTime();
            forest = XgboostModelFile.read(file);
            samples.add("load of 1,000 trees of depth 8", Samples.STEELYARD, (System.nanoTime() - begin) / 1e6);
        }
        Progress.say(
                "  the file has " + file.length / BYTES_PER_MEBIBYTE + " MiB, the model " + forest.trees() + " trees");
        return List.of(
                samples.line(
                        "the first load of 1,000 trees of depth 8", "ms", Line.Better.SMALLER, new Mark.AtMost(200)),
                samples.line("load of 1,000 trees of depth 8", "ms", Line.Better.SMALLER, null),
                samples.line(
                        "memory of 1,000 trees of depth 8, for a byte of the file",
                        "bytes",
                        Line.Better.SMALLER,
                        new Mark.AtMost(1.5)));
    }

    /// What is in use after everything that can go is gone.
    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void single(Forest forest, float[][] rows) {
        double sum = 0;
        for (float[] row : rows) {
            sum += forest.score(row);
        }
        used(sum);
    }

    private static void single(Forest forest, double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            sum += forest.score(row);
        }
        used(sum);
    }

    /// What is not used need not be computed.
    private static void used(double sum) {
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("a score is not a number");
        }
    }

    private static void check(String side, Forest forest, Booster booster, float[] rows) throws Exception {
        float[][] expected = booster.inplace_predict(
                rows,
                rows.length / MadeModels.FEATURES,
                MadeModels.FEATURES,
                Float.NaN,
                new int[] {0, 0},
                Booster.PredictionType.kMargin,
                null);
        float[] margins = forest.margins(rows);
        for (int i = 0; i < margins.length; i++) {
            if (margins[i] != expected[i][0]) {
                throw new IllegalStateException(
                        "row " + i + " has the margin " + margins[i] + ", but " + expected[i][0] + " by " + side);
            }
        }
    }

    /// Lets the sides take turns, the first round for warming up. Beside the time that passed stands the time of the
    /// processor, where the work is done in this thread.
    private static List<Line> measure(String figure, @Nullable Mark mark, int rounds, List<Turn> turns)
            throws Exception {
        Samples samples = new Samples();
        Samples processor = new Samples();
        for (int round = -2; round < rounds; round++) {
            for (Turn turn : turns) {
                long begin = THREADS.getCurrentThreadCpuTime();
                double took = turn.microseconds();
                double busy = (THREADS.getCurrentThreadCpuTime() - begin) / 1e3 / turn.rows();
                if (round >= 0) {
                    samples.add(figure, turn.side(), took);
                    if (!turn.side().equals(PythonXgboost.NAME)) {
                        processor.add(figure + ", processor", turn.side(), busy);
                    }
                }
            }
        }
        return List.of(
                samples.line(figure, "µs", Line.Better.SMALLER, mark),
                processor.line(figure + ", processor", "µs", Line.Better.SMALLER, null));
    }
}
