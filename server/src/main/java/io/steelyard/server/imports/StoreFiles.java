package io.steelyard.server.imports;

import io.steelyard.tracking.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files of MLflow's store of files: `meta.yaml`, a file for each value, a file for each metric.
final class StoreFiles {
    private static final YAMLMapper YAML = new YAMLMapper();

    private StoreFiles() {}

    static String name(Path path) {
        return path.getFileName().toString();
    }

    /// The folders in a folder, by name; none where there is no such folder.
    static List<Path> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    static JsonNode meta(Path folder) {
        Path file = folder.resolve("meta.yaml");
        try {
            return YAML.readTree(Files.readString(file));
        } catch (IOException | JacksonException e) {
            throw unreadable(file, e);
        }
    }

    /// A text; empty where there is none.
    static String text(JsonNode meta, String key) {
        return meta.path(key).isNull() ? "" : meta.path(key).asString("");
    }

    static String required(JsonNode meta, String key, Path folder) {
        String text = text(meta, key);
        if (text.isEmpty()) {
            throw new ImportException(folder.resolve("meta.yaml") + " says no " + key, null);
        }
        return text;
    }

    /// What the files below a folder hold, by their path.
    static Map<String, String> values(Path folder) {
        Map<String, String> values = new HashMap<>();
        for (Path file : files(folder)) {
            try {
                values.put(key(folder, file), Files.readString(file));
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        return values;
    }

    /// Reads the lines of the files below a folder.
    ///
    /// @param to takes a metric's key and the words of a line
    static void metrics(Path folder, BiConsumer<String, String[]> to) {
        for (Path file : files(folder)) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.filter(line -> !line.isBlank())
                        .forEach(line ->
                                to.accept(key(folder, file), line.strip().split(" ")));
            } catch (IOException | UncheckedIOException e) {
                throw unreadable(file, e);
            }
        }
    }

    /// @param words time, value and step, which old files leave out
    static Metric metric(String key, String[] words) {
        try {
            return new Metric(
                    key, value(words[1]), Long.parseLong(words[0]), words.length > 2 ? Long.parseLong(words[2]) : 0);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new ImportException(
                    "the metric '" + key + "' has the line '" + String.join(" ", words)
                            + "', which is no time, value and step",
                    e);
        }
    }

    /// As Python writes numbers.
    private static double value(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static String key(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static ImportException unreadable(Path file, Exception e) {
        String reason = e instanceof MalformedInputException ? "it is not written in UTF-8" : e.getMessage();
        return new ImportException("cannot read " + file + ": " + reason, e);
    }
}
