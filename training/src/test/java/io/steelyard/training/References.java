package io.steelyard.training;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Expected numbers from files that name their source.
final class References {
    private References() {}

    static JsonNode file(String name) {
        return JsonMapper.shared().readTree(References.class.getResourceAsStream("/" + name));
    }

    /// Row numbers as a reference file holds them: all of them, or their SHA-256.
    static Object expectedRows(JsonNode node) {
        return node.isString()
                ? node.asString()
                : node.valueStream().map(JsonNode::asInt).toList();
    }

    /// Row numbers in the form in which they are expected.
    static Object rows(int[] rows, Object expected) {
        return expected instanceof String
                ? sha256(Arrays.stream(rows).mapToObj(Integer::toString).collect(Collectors.joining(",")))
                : Arrays.stream(rows).boxed().toList();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
