package io.steelyard.benchmarks.training;

import com.sun.management.OperatingSystemMXBean;
import io.steelyard.benchmarks.report.Line;
import io.steelyard.benchmarks.report.Mark;
import io.steelyard.benchmarks.report.Progress;
import io.steelyard.benchmarks.report.Samples;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The same task on both sides, in turns, in memory.
///
/// @param peer the Python side; null where Steelyard is measured alone
/// @param other the name of that side in the report
/// @param rounds how often the sides take turns
/// @param versions what the Python side called goes in here
record Turns(@Nullable PythonPeer peer, String other, int rounds, Map<String, String> versions) {
    private static final int WARM = 5;
    private static final double NANO = 1e-9;
    private static final double TOLERANCE = 1e-9;

    /// Measures a task.
    ///
    /// @param task the name of the task in the Python script
    /// @param mark what is to be reached
    /// @param work what Steelyard does
    /// @param check a number by which the results are compared, made outside of the time
    /// @return the time of a turn and its processor time
    /// @throws IOException where the results differ, or the Python side ends
    <T> List<Line> lines(String task, @Nullable Mark mark, Supplier<T> work, ToDoubleFunction<T> check)
            throws IOException {
        Progress.say(task);
        Samples samples = new Samples();
        String cpuOf = "CPU time of " + task;
        for (int i = 0; i < WARM; i++) {
            Objects.requireNonNull(work.get());
        }
        for (int round = 0; round < rounds; round++) {
            long cpu = cpuNanos();
            long begin = System.nanoTime();
            T result = work.get();
            samples.add(task, Samples.STEELYARD, (System.nanoTime() - begin) * NANO * 1e3);
            samples.add(cpuOf, Samples.STEELYARD, (cpuNanos() - cpu) * NANO * 1e3);
            if (peer != null) {
                PythonPeer.Answer answer = peer.ask(task);
                samples.add(task, other, answer.seconds() * 1e3);
                samples.add(cpuOf, other, answer.cpu() * 1e3);
                versions.put(task + " in Python", answer.way());
                requireEqual(task, check.applyAsDouble(result), answer.check());
            }
        }
        return List.of(
                samples.line(task, "ms", Line.Better.SMALLER, mark),
                samples.line(cpuOf, "ms", Line.Better.SMALLER, null));
    }

    private static void requireEqual(String task, double ours, double theirs) throws IOException {
        if (!(Math.abs(ours - theirs) <= TOLERANCE * Math.abs(theirs))) {
            throw new IOException(task + ": the sides have different results, " + ours + " and " + theirs);
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
