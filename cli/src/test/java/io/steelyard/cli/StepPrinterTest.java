package io.steelyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StepPrinterTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void inAPipeAStepIsOnePlainLineWhenItEnds() {
        try (var printer = new StepPrinter(Output.pipe(stream))) {
            printer.started("features");
            printer.progress("features", 0.5, "halfway");
            printer.redraw();
            assertThat(text()).isEmpty();
            printer.done("features", Duration.ofMillis(4210), "336,776 rows");
            printer.started("training");
            printer.failed("training", "no rows");
        }
        assertThat(text().lines())
                .containsExactly("ok features        4.21 s  336,776 rows", "failed training     no rows");
    }

    @Test
    void onATerminalTheLineIsDrawnAgainUntilTheStepEnds() {
        var printer = terminal(Output.Kind.PLAIN_TERMINAL, 70);
        printer.started("training");
        nanos.set(Duration.ofSeconds(75).toNanos());
        printer.progress("training", 0.25, "round 125 of 500, and a note that is much too long for the line");
        printer.redraw();
        List<String> drawn = drawn();
        assertThat(drawn.getLast())
                .contains("1 min 15")
                .contains(" 25 %")
                .endsWith("  round 125 o")
                .hasSize(69);
        printer.done("training", Duration.ofSeconds(80), "500 rounds");
        assertThat(text()).endsWith("\r\u001b[K✓ training      1 min 20  500 rounds" + System.lineSeparator());
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        terminal(Output.Kind.PLAIN_TERMINAL, 80).done("a", Duration.ZERO, "");
        assertThat(text()).doesNotContain("\u001b[3");
        terminal(Output.Kind.COLOUR_TERMINAL, 80).done("a", Duration.ZERO, "");
        assertThat(text()).contains("\u001b[32m✓\u001b[0m");
    }

    @Test
    void progressOfAnotherStepOrOutsideOfTheRangeIsHarmless() {
        var printer = terminal(Output.Kind.PLAIN_TERMINAL, 80);
        printer.progress("early", 0.5, "");
        assertThat(text()).isEmpty();
        printer.started("a");
        printer.progress("a", 1.7, "");
        printer.redraw();
        assertThat(drawn().getLast()).contains("100 %");
        printer.progress("b", 0.1, "");
        printer.redraw();
        assertThat(drawn().getLast()).contains("100 %");
    }

    @Test
    void closingErasesTheLineOfAStepThatNeverEnded() {
        var printer = terminal(Output.Kind.PLAIN_TERMINAL, 80);
        printer.started("a");
        printer.close();
        assertThat(text()).endsWith("\r\u001b[K");
    }

    @Test
    void timesAreShortAndOfOneWidth() {
        assertThat(List.of(
                        StepLine.time(Duration.ofMillis(3)),
                        StepLine.time(Duration.ofMillis(9_994)),
                        StepLine.time(Duration.ofMillis(9_996)),
                        StepLine.time(Duration.ofMillis(59_960)),
                        StepLine.time(Duration.ofMinutes(61))))
                .containsExactly("   0.00 s", "   9.99 s", "   10.0 s", " 1 min 00", "61 min 00");
    }

    private StepPrinter terminal(Output.Kind kind, int columns) {
        return new StepPrinter(new Output(stream, kind, columns), nanos::get, null);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private List<String> drawn() {
        return List.of(text().split("\r\u001b\\[K", -1));
    }
}
