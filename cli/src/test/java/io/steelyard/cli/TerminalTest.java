package io.steelyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final PrintStream stream = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    @AfterEach
    void forget() {
        System.clearProperty("steelyard.terminals");
        System.clearProperty("steelyard.columns");
    }

    @Test
    void theLauncherSaysWhatIsATerminal() {
        System.setProperty("steelyard.terminals", ",err");
        System.setProperty("steelyard.columns", "132");
        Terminal it = Terminal.of(Map.of(), stream, stream);
        assertThat(it.out().kind()).isEqualTo(Output.Kind.PIPE);
        assertThat(it.err()).isEqualTo(new Output(stream, Output.Kind.COLOUR_TERMINAL, 132));
    }

    @Test
    void withoutTheLauncherJavaIsAsked() {
        // Tests have no terminal.
        Terminal it = Terminal.of(Map.of(), stream, stream);
        assertThat(it).isEqualTo(new Terminal(Output.pipe(stream), Output.pipe(stream)));
    }

    @Test
    void noColorWithAnyValueMeansNoColours() {
        System.setProperty("steelyard.terminals", "out,err");
        assertThat(Terminal.of(Map.of("NO_COLOR", "1"), stream, stream).out().kind())
                .isEqualTo(Output.Kind.PLAIN_TERMINAL);
        assertThat(Terminal.of(Map.of("NO_COLOR", ""), stream, stream).out().kind())
                .isEqualTo(Output.Kind.COLOUR_TERMINAL);
    }

    @Test
    void aDumbTerminalGetsPlainLines() {
        System.setProperty("steelyard.terminals", "out,err");
        assertThat(Terminal.of(Map.of("TERM", "dumb"), stream, stream).out().kind())
                .isEqualTo(Output.Kind.PIPE);
    }
}
