package io.steelyard.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.registry.RegistryStore;
import io.steelyard.registry.jdbc.JdbcRegistryStore;
import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.TrackingStore;
import io.steelyard.tracking.jdbc.JdbcTrackingStore;
import io.steelyard.tracking.memory.InMemoryTrackingStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What MLflow 3.17.2 answered to lists of requests (`cases/`, made by `record.py` beside it), and what we answer to
/// them.
class RecordedCasesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"experiments", "runs", "metrics", "search", "logged-models", "registry"})
    void everyAnswerOverMemoryIsMlflowsOrDiffersForAReason(String area) throws IOException {
        try (Database database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")))) {
            replay(area, InMemoryTrackingStore.open(), JdbcRegistryStore.open(database));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"experiments", "runs", "metrics", "search", "logged-models", "registry"})
    void everyAnswerOverSqliteIsMlflowsOrDiffersForAReason(String area) throws IOException {
        try (Database database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")))) {
            replay(area, JdbcTrackingStore.open(database), JdbcRegistryStore.open(database));
        }
    }

    private void replay(String area, TrackingStore tracking, RegistryStore registry) throws IOException {
        RecordedCases cases = new RecordedCases(MlflowRouter.of(MlflowApi.routes(tracking, registry)));
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("cases/" + area + ".json"))) {
            JsonNode list = JsonMapper.shared().readTree(file);
            List<String> differences = new ArrayList<>();
            for (JsonNode one : list) {
                cases.difference(one).ifPresent(differences::add);
            }
            assertThat(differences)
                    .as(differences.size() + " of " + list.size() + " answers")
                    .isEmpty();
            assertThat(list).hasSizeGreaterThan(50);
        }
    }
}
