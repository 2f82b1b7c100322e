package io.steelyard.benchmarks.training;

import com.sun.management.OperatingSystemMXBean;
import io.steelyard.data.CsvFormat;
import io.steelyard.data.LabelledColumns;
import io.steelyard.data.LabelledRows;
import io.steelyard.data.TableEngine;
import io.steelyard.data.TableFiles;
import io.steelyard.data.TableOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// A process that reads one file into a matrix and says what that took: a process of its own, because its greatest
/// memory is asked.
final class MatrixReading {
    static final int FEATURES = 28;
    static final String TARGET = "y";
    /// What DuckDB may hold.
    static final int ENGINE_MEGABYTES = 256;

    private static final double NANO = 1e-9;
    private static final double KIBI = 1024;

    private MatrixReading() {}

    /// What a reading took.
    ///
    /// @param seconds the time
    /// @param cpu the processor time of all threads, in seconds
    /// @param rows how many rows were read
    /// @param check the sum of all values and labels
    /// @param peakMebibytes the greatest memory of the whole process
    record Taken(double seconds, double cpu, long rows, double check, double peakMebibytes) {}

    /// The features' names, in order.
    static List<String> features() {
        return IntStream.range(0, FEATURES).mapToObj(i -> "f" + i).toList();
    }

    /// Reads the file that the first argument names, and prints what it took as one JSON object.
    ///
    /// @param args the file
    /// @throws IOException where the operating system does not tell the greatest memory
    public static void main(String[] args) throws IOException {
        TableOptions usual = TableOptions.defaults();
        TableOptions options = new TableOptions(ENGINE_MEGABYTES, usual.threads(), usual.temporaryFolder());
        // The first one unpacks and loads DuckDB's library, as the other side has loaded its own by now.
        TableEngine.open(options).close();
        long cpu = cpuNanos();
        long begin = System.nanoTime();
        LabelledRows rows;
        try (TableEngine engine = TableEngine.open(options)) {
            engine.register("rows", TableFiles.of(List.of(args[0])), CsvFormat.standard());
            rows = engine.readLabelled("rows", new LabelledColumns(features(), TARGET));
        }
        double seconds = (System.nanoTime() - begin) * NANO;
        double used = (cpuNanos() - cpu) * NANO;
        double sum = 0;
        for (float value : rows.features().values()) {
            sum += value;
        }
        for (float label : rows.labels()) {
            sum += label;
        }
        System.out.println(JsonMapper.shared()
                .writeValueAsString(new Taken(seconds, used, rows.features().rows(), sum, peakMebibytes())));
    }

    private static double peakMebibytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Double.parseDouble(line.replaceAll("\\D", "")) / KIBI;
            }
        }
        throw new IOException("/proc/self/status has no VmHWM");
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
