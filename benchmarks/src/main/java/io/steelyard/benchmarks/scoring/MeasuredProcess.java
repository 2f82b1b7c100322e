package io.steelyard.benchmarks.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a program took from its start to its end.
///
/// @param seconds the time
/// @param cpuSeconds the processor time of all its threads
/// @param residentBytes the most memory it had; 0 where the system does not tell
/// @param output what it printed
record MeasuredProcess(double seconds, double cpuSeconds, long residentBytes, String output) {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final long KIB = 1024;

    /// Runs a program; its error output goes to that of this process.
    static MeasuredProcess run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            Duration cpu = Duration.ZERO;
            long resident = 0;
            while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                cpu = process.info().totalCpuDuration().orElse(cpu);
                resident = Math.max(resident, mostResident(process.pid()));
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (process.exitValue() != 0) {
                throw new IOException(command + " ended with " + process.exitValue() + "; why stands above");
            }
            return new MeasuredProcess(seconds, cpu.toMillis() / 1e3, resident, Files.readString(output));
        } finally {
            process.destroy();
        }
    }

    private static long mostResident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // ended meanwhile, or a system without /proc
        }
    }
}
