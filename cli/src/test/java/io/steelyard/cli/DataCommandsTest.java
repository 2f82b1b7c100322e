package io.steelyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataCommandsTest {
    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("t.csv"), "a;b\n1,5;x\n;y\n").toString();
    }

    @Test
    void aProfileIsPrintedForPeopleAndMachines() {
        Captured people = Captured.run("data", "profile", file, "--delimiter", ";", "--decimal", ",");
        assertThat(people.err()).isEmpty();
        assertThat(people.exit()).isZero();
        assertThat(people.out()).startsWith("2 rows, 2 columns").contains("1 (50.0 %)");
        Captured machines = Captured.run("data", "profile", file, "--delimiter", ";", "--decimal", ",", "--json");
        JsonNode profile = JsonMapper.shared().readTree(machines.out());
        assertThat(profile.get("rows").asInt()).isEqualTo(2);
        JsonNode a = profile.get("columns").get(0);
        assertThat(a.get("type").asString()).isEqualTo("double");
        assertThat(a.get("missing").asInt()).isEqualTo(1);
        assertThat(a.get("distinct_error").asDouble()).isZero();
        assertThat(a.get("numbers").get("mean").asDouble()).isEqualTo(1.5);
        assertThat(a.get("numbers").get("quantiles").get(3).get("probability").asDouble())
                .isEqualTo(0.5);
        assertThat(profile.get("columns").get(1).get("top").get(0).get("value").asString())
                .isEqualTo("x");
    }

    @Test
    void whatIsWrongWithAFileIsOneLine() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n3\n");
        Captured it = Captured.run("data", "profile", file);
        assertThat(it.exit()).isEqualTo(2);
        assertThat(it.err().lines())
                .singleElement()
                .asString()
                .startsWith("steelyard: " + file + ", line 3: there are 2 columns, but this line has 1 value");
        assertThat(Captured.run("data", "profile", file, "--delimiter", ";;").err())
                .contains("--delimiter takes one character, not ';;'");
        assertThat(Captured.run("data", "profile", file, "--type", "a=int").err())
                .contains("the type must be double, long");
    }

    @Test
    void aManifestIsWrittenAndVerified() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/u.csv"), "u");
        String manifest = folder.resolve("MANIFEST.sha256").toString();
        Captured written = Captured.run("data", "digest", folder.toString(), "--manifest", manifest);
        assertThat(written.err()).isEmpty();
        assertThat(written.out().strip()).hasSize(64);
        assertThat(Files.readString(folder.resolve("MANIFEST.sha256")).lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("  sub/u.csv"),
                        line -> assertThat(line).endsWith("  t.csv"));
        assertThat(Captured.run("data", "digest", folder.toString(), "--manifest", manifest)
                        .out())
                .isEqualTo(written.out());
        Captured same = Captured.run("data", "verify", manifest);
        assertThat(same.exit()).isZero();
        assertThat(same.out())
                .contains("all 2 files are the same", written.out().strip());

        Files.writeString(folder.resolve("sub/u.csv"), "v");
        Files.delete(folder.resolve("t.csv"));
        Captured other = Captured.run("data", "verify", manifest);
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.out()).contains("changed  sub/u.csv", "missing  t.csv", "2 of 2 files are not the same");
        JsonNode json = JsonMapper.shared()
                .readTree(Captured.run("data", "verify", manifest, "--json").out());
        assertThat(json.get("ok").asBoolean()).isFalse();
        assertThat(json.get("differences").get(0).get("kind").asString()).isEqualTo("changed");
    }
}
