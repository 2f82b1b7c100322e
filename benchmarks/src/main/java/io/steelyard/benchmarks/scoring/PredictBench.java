package io.steelyard.benchmarks.scoring;

import io.steelyard.benchmarks.report.Line;
import io.steelyard.benchmarks.report.Part;
import io.steelyard.benchmarks.report.ReportOptions;
import io.steelyard.benchmarks.report.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `./steelyard predict` at the sizes that are reported ([BatchBench]).
final class PredictBench implements Part {
    private static final long QUICK_ROWS = 1_000_000;
    private static final long FULL_ROWS = 10_000_000;

    @Override
    public String name() {
        return "predict";
    }

    @Override
    public List<Line> run(Setting setting, Map<String, String> versions) throws IOException, InterruptedException {
        Path home = ReportOptions.home();
        return switch (setting.pace()) {
            case QUICK -> new BatchBench(home, setting.folder(), setting.python(), QUICK_ROWS, 1).run(versions);
            case FULL -> new BatchBench(home, setting.folder(), setting.python(), FULL_ROWS, 3).run(versions);
        };
    }
}
