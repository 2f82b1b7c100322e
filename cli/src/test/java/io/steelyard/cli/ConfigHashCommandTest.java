package io.steelyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ConfigHashCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("cases")
    void printsWhatPythonComputes(Case it) throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), it.canonical());
        assertThat(Captured.run("config", "hash", file.toString()))
                .isEqualTo(new Captured(0, it.hash() + System.lineSeparator(), ""));
        assertThat(Captured.run("config", "hash", "--json", file.toString()).out())
                .isEqualToIgnoringNewLines("{\"config_hash\":\"" + it.hash() + "\"}");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(Captured.run("config", "hash", "none.json"))
                .isEqualTo(new Captured(2, "", "steelyard: no such file: none.json" + System.lineSeparator()));
    }

    @Test
    void whatIsWrongWithAFileIsOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), "{\"model_type\": ");
        Captured it = Captured.run("config", "hash", file.toString());
        assertThat(it.exit()).isEqualTo(2);
        assertThat(it.err()).startsWith("steelyard: " + file + ": ").contains("line 1, column");
        assertThat(it.err().lines()).hasSize(1);
    }

    @Test
    void theFileIsAsked() {
        Captured it = Captured.run("config", "hash");
        assertThat(it.exit()).isEqualTo(2);
        assertThat(it.err().lines())
                .singleElement()
                .asString()
                .contains("FILE.json", "see steelyard config hash --help");
    }

    record Case(String canonical, String hash) {
        @Override
        public String toString() {
            return hash;
        }
    }

    /// Computed with Python from the program's own formula.
    static List<Case> cases() {
        var cases = new ArrayList<Case>();
        Path file = Path.of(System.getProperty("vectors.dir"), "config_hash.json");
        for (var it : new JsonMapper().readTree(file.toFile()).get("cases")) {
            cases.add(new Case(it.get("canonical").asString(), it.get("hash").asString()));
        }
        assertThat(cases).isNotEmpty();
        return cases;
    }
}
