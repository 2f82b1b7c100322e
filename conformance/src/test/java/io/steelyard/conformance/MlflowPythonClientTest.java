package io.steelyard.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.server.DataFolder;
import io.steelyard.server.ServerOptions;
import io.steelyard.server.SteelyardServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Flows of MLflow's Python client: what it sees of our server is what it sees of MLflow's own, but for the differences
/// that are listed with their reasons.
@EnabledIfSystemProperty(
        named = "steelyard.tool.mlflow",
        matches = ".+",
        disabledReason = "needs python3 with mlflow, scikit-learn and xgboost")
class MlflowPythonClientTest {
    private static final Set<AllowedDifference> MET = new HashSet<>();

    @TempDir
    private static Path temporary;

    private static List<AllowedDifference> allowed = List.of();
    private static JsonNode theirs = MissingNode.getInstance();
    private static JsonNode ours = MissingNode.getInstance();

    @BeforeAll
    static void runBothSides() throws IOException, InterruptedException {
        QuietLibraries.hush();
        allowed = AllowedDifference.all();
        Path python = Path.of(System.getProperty("steelyard.tool.mlflow"));
        Path mlflow = Files.createDirectories(temporary.resolve("mlflow"));
        Path steelyard = Files.createDirectories(temporary.resolve("steelyard"));
        try (MlflowServer other = MlflowServer.start(python, mlflow);
                SteelyardServer server = SteelyardServer.start(
                        DataFolder.open(steelyard.resolve("data")), new ServerOptions("127.0.0.1", 0, 0, "test"))) {
            Flows here = Flows.start(python, server.uri(), "steelyard", steelyard);
            other.await();
            Flows there = Flows.start(python, other.uri(), "mlflow", mlflow);
            ours = here.await();
            theirs = there.await();
        }
    }

    @TestFactory
    Stream<DynamicTest> flow() {
        return ours.propertyNames().stream().map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
    }

    @AfterAll
    static void noDifferenceIsListedInVain() {
        assertThat(allowed.stream()
                        .filter(a -> ours.propertyNames().stream()
                                .anyMatch(f -> a.flow().matcher(f).matches())))
                .as("differences that are listed, of flows that ran")
                .allMatch(MET::contains);
    }

    private static void check(String flow) {
        List<String> wrong = new ArrayList<>();
        JsonNode noted = ours.path(flow);
        JsonNode expected = theirs.path(flow);
        if (expected.isNull()) {
            for (JsonNode note : noted) {
                if (note.path("name").asString().equals("flow failed")) {
                    wrong.add(note.path("value").toString());
                }
            }
        } else {
            compare(flow, expected, noted, wrong);
        }
        assertThat(wrong).as("differences in " + flow).isEmpty();
    }

    /// Compares note by note, in order, by name.
    private static void compare(String flow, JsonNode expected, JsonNode noted, List<String> wrong) {
        for (int i = 0; i < Math.max(expected.size(), noted.size()); i++) {
            JsonNode there = expected.path(i);
            JsonNode here = noted.path(i);
            String name = there.path("name").asString(here.path("name").asString(""));
            if (!there.path("name").equals(here.path("name"))) {
                wrong.add("where MLflow's flow notes " + there + ", ours notes " + here);
                return;
            }
            for (Difference difference : Difference.between(there.path("value"), here.path("value"))) {
                Set<AllowedDifference> covering = allowed.stream()
                        .filter(a -> a.covers(flow, name, difference))
                        .collect(Collectors.toSet());
                MET.addAll(covering);
                if (covering.isEmpty()) {
                    wrong.add(name + " " + difference);
                }
            }
        }
    }
}
