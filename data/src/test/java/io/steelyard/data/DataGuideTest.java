package io.steelyard.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What docs/data.md shows.
class DataGuideTest {
    @TempDir
    private Path folder;

    @Test
    void filesAreRead() throws IOException {
        Files.writeString(folder.resolve("flights.csv"), "carrier,delay\nAA,61\nUA,-3\n");
        double sum = 0;
        try (TableEngine engine = TableEngine.open()) {
            engine.registerCsv("flights", folder.resolve("flights.csv"));
            Batch late = engine.readAll("SELECT carrier, delay FROM flights WHERE delay > 60");
            assertThat(late.strings("carrier").values()).containsExactly("AA");
            try (BatchReader reader = engine.query("SELECT delay FROM flights")) {
                while (reader.hasNext()) {
                    sum += Arrays.stream(reader.next().doubles("delay")).sum();
                }
            }
            try (BatchReader reader = engine.query("FROM flights")) {
                TableProfile profile = TableProfile.of(reader);
                System.out.print(profile.text());
            }
        }
        assertThat(sum).isEqualTo(58);
    }

    @Test
    void anotherFormBecomesAMatrix() throws IOException {
        Files.writeString(folder.resolve("prices1.csv"), "zip;area;rooms;price\n08001;71,5;3;900\n08002;NA;-;700\n");
        try (TableEngine engine = TableEngine.open()) {
            CsvFormat format = CsvFormat.standard()
                    .withDelimiter(';')
                    .withDecimal(',')
                    .withNulls("NA", "-")
                    .withType("zip", ColumnType.STRING);
            engine.registerCsv("prices", folder.resolve("prices*.csv").toString(), format);
            LabelledRows rows = engine.readLabelled("prices", new LabelledColumns(List.of("area", "rooms"), "price"));
            assertThat(rows.features().values()).containsExactly(71.5f, 3, Float.NaN, Float.NaN);
        }
    }

    @Test
    void aDataSetHasAVersion() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "a\n1\n");
        Manifest manifest = Manifest.of(folder, Manifest.namesIn(folder));
        String version = manifest.digest();
        List<FileDifference> differences = manifest.differences(folder);
        assertThat(version).hasSize(64);
        assertThat(differences).isEmpty();
    }
}
