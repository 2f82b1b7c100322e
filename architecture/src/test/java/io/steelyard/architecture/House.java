package io.steelyard.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The rooms, from the ground up, and which rooms each may use. This table is the one place that says so; a room's pom
/// lists
/// those of its row that it does use.
final class House {
    static final String PACKAGE = "io.steelyard.";

    private static final Map<String, List<String>> TABLE = table();

    private House() {}

    private static Map<String, List<String>> table() {
        var rooms = new LinkedHashMap<String, List<String>>();
        // ground
        rooms.put("stats", List.of());
        rooms.put("data", List.of("stats"));
        rooms.put("forest", List.of());
        rooms.put("sql", List.of());
        rooms.put("artifacts", List.of());
        // floor 1
        rooms.put("evaluation", List.of("stats"));
        rooms.put("transforms", List.of("stats", "data"));
        rooms.put("models", List.of("data", "transforms", "forest"));
        rooms.put("tracking", List.of("stats", "evaluation", "sql"));
        rooms.put("gates", List.of("stats"));
        // floor 2
        rooms.put("registry", List.of("tracking", "gates", "sql"));
        rooms.put("features", List.of("data"));
        rooms.put("monitoring", List.of("stats", "data", "evaluation"));
        rooms.put("training", List.of("stats", "data", "transforms", "evaluation", "models", "tracking"));
        rooms.put("batch", List.of("data", "models"));
        rooms.put("serving", List.of("stats", "data", "models", "features", "registry", "monitoring", "sql"));
        // floor 3
        rooms.put("mlflow", List.of("tracking", "registry"));
        rooms.put("client", List.of("tracking", "mlflow", "artifacts"));
        rooms.put(
                "pipeline",
                List.of(
                        "stats",
                        "data",
                        "forest",
                        "sql",
                        "artifacts",
                        "evaluation",
                        "transforms",
                        "models",
                        "tracking",
                        "gates",
                        "registry",
                        "features",
                        "monitoring",
                        "training",
                        "batch",
                        "serving"));
        // floor 4
        rooms.put(
                "server",
                List.of(
                        "stats",
                        "data",
                        "forest",
                        "sql",
                        "artifacts",
                        "evaluation",
                        "transforms",
                        "models",
                        "tracking",
                        "gates",
                        "registry",
                        "features",
                        "monitoring",
                        "training",
                        "batch",
                        "serving",
                        "mlflow",
                        "pipeline"));
        // roof
        rooms.put(
                "cli",
                List.of(
                        "stats",
                        "data",
                        "forest",
                        "sql",
                        "artifacts",
                        "evaluation",
                        "transforms",
                        "models",
                        "tracking",
                        "gates",
                        "registry",
                        "features",
                        "monitoring",
                        "training",
                        "batch",
                        "serving",
                        "mlflow",
                        "client",
                        "pipeline",
                        "server"));
        // annexes: found by ServiceLoader, used by no room
        rooms.put("learner.xgboost", List.of("stats", "data", "forest", "models", "training"));
        rooms.put("learner.lightgbm", List.of("stats", "data", "forest", "models", "training"));
        rooms.put("learner.linear", List.of("stats", "data", "models", "training"));
        rooms.put("learner.djl", List.of("stats", "data", "models", "training"));
        rooms.put("models.onnx", List.of("data", "models"));
        // beside: used by no room
        rooms.put(
                "benchmarks",
                List.of("data", "evaluation", "transforms", "models", "tracking", "training", "server", "forest"));
        rooms.put("examples", List.of("stats", "data", "transforms", "evaluation", "models", "training"));
        return Map.copyOf(rooms);
    }

    /// The rooms' package names below `io.steelyard`.
    static Set<String> rooms() {
        return TABLE.keySet();
    }

    /// The rooms that a room may use.
    static List<String> row(String room) {
        return Objects.requireNonNull(TABLE.get(room), room);
    }

    /// The room of a class: the longest row of the table that its package begins with.
    static String roomOf(String className) {
        return TABLE.keySet().stream()
                .filter(room -> className.startsWith(PACKAGE + room + "."))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new AssertionError(className + " is in no room of the table in House"));
    }

    /// The classes of all rooms, without their tests.
    static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.steelyard")
                .that(DescribedPredicate.describe(
                        "not of this test", c -> !c.getPackageName().equals(House.class.getPackageName())));
    }

    /// The repository's folder.
    static Path folder() {
        return Path.of(Objects.requireNonNull(System.getProperty("house.dir"), "house.dir, set by the build"));
    }

    /// The folders of all modules of the build that hold code of the application.
    static List<Path> modules() {
        try {
            return Pattern.compile("<module>([^<]+)</module>")
                    .matcher(Files.readString(folder().resolve("pom.xml")))
                    .results()
                    .map((MatchResult m) -> folder().resolve(m.group(1)))
                    .filter(m -> Files.isDirectory(m.resolve("src/main/java/io/steelyard")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
