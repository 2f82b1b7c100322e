package io.steelyard.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.ColumnType;
import io.steelyard.data.Manifest;
import io.steelyard.data.TableEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTablesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeTables() throws IOException {
        Files.createDirectories(folder.resolve("parts"));
        Files.writeString(folder.resolve("parts/a.csv"), "zip;x\n8000;1,5\n");
        Files.writeString(folder.resolve("parts/b.csv"), "zip;x\n8001;-\n");
        Files.writeString(folder.resolve("plain.csv"), "n\n1\n");
    }

    private LoadTables.Loaded load(TableEngine engine, Map<String, String> tables) {
        CsvSpec csv =
                new CsvSpec(';', null, null, List.of("-"), ',', null, Map.of("zip", ColumnType.STRING));
        Map<String, CsvSpec> formats = tables.containsKey("parts") ? Map.of("parts", csv) : Map.of();
        return new LoadTables(folder, new DataSpec("MANIFEST.sha256", tables, formats)).run(engine);
    }

    @Test
    void csvFilesAndFoldersAreTables() {
        Manifest manifest = Manifest.of(folder, List.of("parts/a.csv", "parts/b.csv", "plain.csv"));
        manifest.write(folder.resolve("MANIFEST.sha256"));
        try (TableEngine engine = TableEngine.open()) {
            LoadTables.Loaded loaded = load(engine, Map.of("parts", "parts", "plain", "plain.csv"));
            assertThat(loaded.digest()).isEqualTo(manifest.digest());
            assertThat(loaded.inputs()).hasSize(2);
            assertThat(engine.readAll("FROM parts").doubles("x")).containsExactly(1.5, Double.NaN);
            assertThat(engine.readAll("FROM parts").strings("zip").values()).containsExactly("8000", "8001");
        }
    }

    @Test
    void everyFileOfATableIsInTheManifest() {
        Manifest.of(folder, List.of("parts/a.csv", "plain.csv")).write(folder.resolve("MANIFEST.sha256"));
        try (TableEngine engine = TableEngine.open()) {
            assertThatThrownBy(() -> load(engine, Map.of("parts", "parts/*.csv")))
                    .isInstanceOf(PipelineException.class)
                    .hasMessageContaining("parts/b.csv) is not in the manifest");
        }
    }

    @Test
    void theFormatOfATableThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> new DataSpec(
                        "m",
                        Map.of("t", "t.csv"),
                        Map.of("u", new CsvSpec(null, null, null, List.of(), null, null, Map.of()))))
                .hasMessage("'csv' names the table 'u', but the tables are [t]");
    }
}
