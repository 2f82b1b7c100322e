package io.steelyard.benchmarks.tracking;

import io.steelyard.benchmarks.report.Line;
import io.steelyard.benchmarks.report.Mark;
import io.steelyard.benchmarks.report.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Looks at the memory of servers while they work, and keeps the most that each had.
final class MemoryWatch implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final String NAME = "memory under load, the most";
    private static final double BYTES_PER_MB = 1e6;

    private final Map<Side, Long> most = new ConcurrentHashMap<>();
    private final List<Contender> contenders;
    private final Thread thread;

    private MemoryWatch(List<Contender> contenders) {
        this.contenders = contenders;
        this.thread = Thread.ofPlatform().daemon().name("memory watch").unstarted(this::watch);
    }

    static MemoryWatch over(List<Contender> contenders) {
        MemoryWatch watch = new MemoryWatch(contenders);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(PERIOD);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void look() {
        contenders.forEach(c -> most.merge(c.side(), c.server().residentBytes(), Math::max));
    }

    Line line() {
        look();
        Samples samples = new Samples();
        most.forEach((side, bytes) -> samples.add(NAME, side.name(), bytes / BYTES_PER_MB));
        return samples.line(NAME, "MB", Line.Better.SMALLER, new Mark.AtMost(500));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
