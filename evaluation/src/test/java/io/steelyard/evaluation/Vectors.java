package io.steelyard.evaluation;

import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Expected numbers, read from files that name their source.
final class Vectors {
    private static final JsonMapper JSON = new JsonMapper();

    private Vectors() {}

    /// The cases of a file in the folder of vectors.
    static Stream<JsonNode> cases(String file) {
        return cases(
                JSON.readTree(Path.of(System.getProperty("vectors.dir"), file).toFile()));
    }

    /// The cases of a file among this room's test resources.
    static Stream<JsonNode> ownCases(String file) {
        return cases(own(file));
    }

    /// A file among this room's test resources.
    static JsonNode own(String file) {
        return JSON.readTree(Vectors.class.getResourceAsStream("/" + file));
    }

    static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(node -> node.doubleValue())
                .toArray();
    }

    private static Stream<JsonNode> cases(JsonNode root) {
        return StreamSupport.stream(root.get("cases").spliterator(), false);
    }
}
