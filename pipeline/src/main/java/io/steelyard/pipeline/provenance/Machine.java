package io.steelyard.pipeline.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The machine and the Java that this process runs on, as facts by name. What cannot be found out is `unknown`.
final class Machine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final String UNKNOWN = "unknown";

    /// The features by which numeric libraries choose their code.
    private static final List<String> TELLING =
            List.of("sse4", "avx", "fma", "f16c", "bmi", "amx", "asimd", "neon", "sve", "bf16", "i8mm");

    private Machine() {}

    /// What this machine is.
    ///
    /// @return facts by name, always the same names in the same order
    static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("java.version", Runtime.version().toString());
        facts.put("java.vendor", System.getProperty("java.vendor", UNKNOWN));
        facts.put("java.vm", System.getProperty("java.vm.name", UNKNOWN));
        facts.put("os.name", System.getProperty("os.name", UNKNOWN));
        facts.put("os.version", System.getProperty("os.version", UNKNOWN));
        facts.put("os.arch", System.getProperty("os.arch", UNKNOWN));
        List<String> cpu = cpuInfo();
        facts.put("cpu.model", first(cpu, "model name", System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", UNKNOWN)));
        facts.put("cpu.features", features(first(cpu, "flags", first(cpu, "Features", ""))));
        facts.put("cpu.count", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("time_zone", TimeZone.getDefault().getID());
        facts.put("locale", Locale.getDefault().toLanguageTag());
        return facts;
    }

    private static List<String> cpuInfo() {
        try {
            return Files.isReadable(CPU_INFO) ? Files.readAllLines(CPU_INFO) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String first(List<String> lines, String key, String otherwise) {
        Predicate<String> has = line -> line.split(":", 2)[0].strip().equals(key) && line.contains(":");
        return lines.stream()
                .filter(has)
                .map(line -> line.split(":", 2)[1].strip())
                .findFirst()
                .orElse(otherwise);
    }

    private static String features(String flags) {
        String telling = Arrays.stream(flags.split("\\s+"))
                .filter(flag -> TELLING.stream().anyMatch(flag::startsWith))
                .sorted()
                .distinct()
                .collect(Collectors.joining(" "));
        return telling.isEmpty() ? UNKNOWN : telling;
    }
}
