package io.steelyard.forest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A model that its library wrote, with rows and what the library answers: `src/test/reference/make_models.py`.
record Expected(String name, Forest forest, Map<String, double[]> answers) {
    private static final Path FOLDER = Path.of("src/test/resources/models");

    /// All models of a library, by the beginning of their names.
    static List<Expected> all(String library) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.startsWith(library) && f.endsWith(".expected"))
                    .sorted()
                    .map(f -> read(f.substring(0, f.length() - ".expected".length())))
                    .toList();
        }
    }

    static Path file(String name) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.getFileName().toString().startsWith(name + ".")
                            && !f.getFileName().toString().endsWith(".expected"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Expected read(String name) {
        try {
            Path file = file(name);
            Forest forest = switch (name.substring(0, name.indexOf('_'))) {
                case "xgboost" -> XgboostModelFile.read(file);
                case "lightgbm" -> LightgbmModelFile.read(file);
                default -> OnnxModelFile.read(file);
            };
            Map<String, double[]> answers = new HashMap<>();
            TextLines lines = new TextLines(Files.readAllBytes(FOLDER.resolve(name + ".expected")));
            while (lines.next()) {
                answers.put(lines.key(), lines.doubles());
            }
            return new Expected(name, forest, answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Rows rows() {
        return Rows.of(answer("rows"), forest.features());
    }

    boolean has(String key) {
        return answers.containsKey(key);
    }

    double[] answer(String key) {
        return answers.getOrDefault(key, new double[0]);
    }

    @Override
    public String toString() {
        return name;
    }
}
