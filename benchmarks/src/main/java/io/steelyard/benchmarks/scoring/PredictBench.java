package io.steelyard.benchmarks.scoring;

import io.steelyard.benchmarks.batch.BatchBench;
import io.steelyard.benchmarks.report.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `./steelyard predict`, as in `./steelyard bench batch`.
final class PredictBench implements ScoringBench {
    private static final long QUICK_ROWS = 1_000_000;
    private static final long FULL_ROWS = 10_000_000;

    @Override
    public String name() {
        return "predict";
    }

    @Override
    public List<Line> run(ScoringSetting setting, Map<String, String> versions)
            throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("steelyard.home", ".")).toAbsolutePath();
        return switch (setting.pace()) {
            case QUICK -> new BatchBench(home, setting.folder(), setting.python(), QUICK_ROWS, 1).run(versions);
            case FULL -> new BatchBench(home, setting.folder(), setting.python(), FULL_ROWS, 3).run(versions);
        };
    }
}
