package io.steelyard.registry.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.registry.Attribution;
import io.steelyard.registry.ModelStage;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.RegistryEvent;
import io.steelyard.registry.RegistryEvent.Change;
import io.steelyard.registry.RegistryStore;
import io.steelyard.registry.VersionStanding;
import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `version-1.db` was written by the registry whose tables had version 1: a model `delays`, version 1 of the run `a`, a
/// second version, both promoted one after the other, and the alias `champion` at version 1.
class OldRegistryTest {
    @TempDir
    Path folder;

    @Test
    void aRegistryOfVersionOneIsReadAndGoesOn() throws Exception {
        Path file = folder.resolve("steelyard.db");
        try (InputStream old = new GZIPInputStream(
                Objects.requireNonNull(OldRegistryTest.class.getResourceAsStream("version-1.db.gz")))) {
            Files.copy(old, file);
        }
        try (Database database = Database.open(DatabaseUri.sqlite(file))) {
            RegistryStore store = JdbcRegistryStore.open(database);
            assertThat(store.model("delays").tags()).isEqualTo(Map.of("team", "ops"));
            assertThat(store.model("delays").aliases()).isEqualTo(Map.of("champion", 1, "production", 2));
            ModelVersion first = store.version("delays", 1);
            assertThat(first.stage()).isEqualTo(ModelStage.ARCHIVED);
            assertThat(first.metrics()).isEqualTo(Map.of("auc", 0.75, "bad", Double.NaN));
            assertThat(first.runLink()).isEmpty();
            assertThat(first.modelId()).isNull();
            assertThat(store.downloadUri("delays", 1)).isEqualTo("mlflow-artifacts:/0/a/artifacts/model");

            store.renameModel("delays", "lateness");
            store.deleteVersion("lateness", 1, Attribution.NONE);
            List<RegistryEvent> log = store.log("delays");
            assertThat(log)
                    .extracting(RegistryEvent::change)
                    .startsWith(Change.REGISTERED)
                    .endsWith(Change.VERSION_DELETED);
            // The log of the file: version 1 was promoted at …099, version 2 at …402.
            for (String name : List.of("delays", "lateness")) {
                assertThat(store.productionAt(name, Instant.ofEpochMilli(1_795_525_552_100L)))
                        .map(VersionStanding::version)
                        .contains(1);
                assertThat(store.productionAt(name, Instant.ofEpochMilli(1_795_525_552_402L)))
                        .map(VersionStanding::version)
                        .contains(2);
                assertThat(store.productionAt(name, Instant.ofEpochMilli(1_795_525_552_098L)))
                        .isEmpty();
            }
        }
    }
}
