package io.steelyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MainTest {
    @Test
    void versionIsOneLineOnStandardOutput() {
        Captured it = Captured.run("--version");
        assertThat(it.exit()).isEqualTo(0);
        assertThat(it.out()).matches("steelyard \\d+\\.\\d+\\.\\d+\\S* \\(Java 25\\S*\\)\\R");
        assertThat(it.err()).isEmpty();
        assertThat(Captured.run("-V")).isEqualTo(it);
        assertThat(Captured.run("config", "hash", "--version")).isEqualTo(it);
    }

    @Test
    void unknownCommandNamesTheNearest() {
        Captured it = Captured.run("confg");
        assertThat(it)
                .isEqualTo(new Captured(
                        2,
                        "",
                        "steelyard: unknown command 'confg', did you mean 'config'?; see steelyard --help"
                                + System.lineSeparator()));
    }

    @Test
    void unknownOptionNamesTheNearest() {
        Captured it = Captured.run("config", "hash", "--jsn", "x.json");
        assertThat(it.exit()).isEqualTo(2);
        assertThat(it.err())
                .isEqualToNormalizingNewlines(
                        "steelyard: unknown option '--jsn', did you mean '--json'?; see steelyard config hash --help\n");
    }

    @Test
    void noCommandIsABadCall() {
        Captured it = Captured.run();
        assertThat(it.exit()).isEqualTo(2);
        assertThat(it.err()).startsWith("steelyard: a command is missing; see steelyard --help");
        assertThat(it.out()).isEmpty();
    }

    @Test
    void warmingUpSucceedsAndSaysNothing(@TempDir Path folder) {
        assertThat(Captured.run("warm-up", folder.toString())).isEqualTo(new Captured(0, "", ""));
        assertThat(folder).isNotEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelp(String command) {
        Captured it = Captured.run((command + " --help").trim().split(" "));
        assertThat(it.exit()).isEqualTo(0);
        assertThat(it.out())
                .startsWith("Usage: " + ("steelyard " + command).trim())
                .contains("--help");
        assertThat(it.err()).isEmpty();
    }

    static Stream<String> commands() {
        Output nowhere = Output.pipe(System.err);
        return Stream.concat(
                Stream.of(
                        "",
                        "config hash",
                        "data profile",
                        "data digest",
                        "data verify",
                        "models list",
                        "models show",
                        "models diff",
                        "models promote",
                        "models alias",
                        "models log"),
                new Commands(new Terminal(nowhere, nowhere)).names().stream());
    }
}
