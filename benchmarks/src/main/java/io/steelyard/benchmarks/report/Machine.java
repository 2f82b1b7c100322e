package io.steelyard.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Where a benchmark ran.
///
/// @param processor the processor's name; `unknown` where the system does not tell
/// @param cores how many it has for us
/// @param memoryBytes its memory
/// @param system the operating system
/// @param java the Java of the generator and of Steelyard
/// @param loadBefore the load average before the first measurement; negative where the system does not tell
/// @param syncMillis how long the disk takes for what must survive a crash: the median of an append of 4 KB and fsync
public record Machine(
        String processor,
        int cores,
        long memoryBytes,
        String system,
        String java,
        double loadBefore,
        double syncMillis) {
    private static final int SYNCS = 200;
    private static final int SYNC_BYTES = 4096;

    /// Looks at this machine, and at the disk of a folder.
    ///
    /// @param folder the folder
    /// @return what it is
    /// @throws IOException where the disk cannot be written
    public static Machine of(Path folder) throws IOException {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                system instanceof com.sun.management.OperatingSystemMXBean s ? s.getTotalMemorySize() : 0,
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                Runtime.version().toString(),
                system.getSystemLoadAverage(),
                syncMillis(folder));
    }

    private static String processorName() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(file)) {
            return "unknown";
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    static double syncMillis(Path folder) throws IOException {
        Path file = folder.resolve("sync.check");
        long[] nanos = new long[SYNCS];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < SYNCS; i++) {
                long begin = System.nanoTime();
                channel.write(ByteBuffer.allocate(SYNC_BYTES));
                channel.force(false);
                nanos[i] = System.nanoTime() - begin;
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return Latencies.of(nanos).percentileMillis(50);
    }

    /// All of it, by name.
    ///
    /// @return unmodified by anybody else
    public Map<String, Object> entries() {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("processor", processor);
        entries.put("cores", cores);
        entries.put("memory_bytes", memoryBytes);
        entries.put("system", system);
        entries.put("java", java);
        entries.put("load_before", loadBefore);
        entries.put("sync_millis", syncMillis);
        return entries;
    }

    String text() {
        return entries().entrySet().stream()
                .map(e -> e.getKey() + " " + (e.getValue() instanceof Double d ? Report.number(d) : e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
