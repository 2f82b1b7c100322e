package io.steelyard.benchmarks.tracking;

import io.steelyard.benchmarks.report.Line;
import io.steelyard.benchmarks.report.Mark;
import io.steelyard.benchmarks.report.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// How long a server takes from its start to its first answer, and the memory that it has while nobody asks.
record StartBench(List<Side> sides, Path folder, Pace pace) {
    private static final String START = "start to the first /health";
    private static final String IDLE = "memory, idle";
    private static final double BYTES_PER_MB = 1e6;

    /// The first start, which makes the tables, does not count.
    List<Line> run() throws IOException, InterruptedException {
        Samples samples = new Samples();
        for (int start = 0; start <= pace.starts(); start++) {
            for (Side side : sides) {
                try (Contender contender = Contender.start(side, folder)) {
                    if (start == 0) {
                        continue;
                    }
                    samples.add(
                            START, side.name(), contender.server().startTime().toNanos() / 1e9);
                    if (start == pace.starts()) {
                        Thread.sleep(pace.rest());
                        samples.add(IDLE, side.name(), contender.server().residentBytes() / BYTES_PER_MB);
                    }
                }
            }
        }
        return List.of(
                samples.line(START, "s", Line.Better.SMALLER, new Mark.AtMost(0.6)),
                samples.line(IDLE, "MB", Line.Better.SMALLER, new Mark.AtMost(150)));
    }
}
