package io.steelyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.batch.BatchProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PredictProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private long now;

    private PredictProgress progress(Output.Kind kind) {
        return new PredictProgress(
                new Output(new PrintStream(written, true, StandardCharsets.UTF_8), kind, 80), () -> now);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTerminalsLineHasABarAndTheTimeLeft() {
        try (PredictProgress progress = progress(Output.Kind.PLAIN_TERMINAL)) {
            now = Duration.ofSeconds(2).toNanos();
            progress.onProgress(new BatchProgress(4_200_000, 10_000_000, 0, 8, 20));
            assertThat(text())
                    .isEqualTo("\r\u001b[K 42 %  ████████░░░░░░░░░░░░  4.20M of 10.0M rows  2.10M rows/s  3 s left");
        }
        assertThat(text()).endsWith("\r\u001b[K");
    }

    @Test
    void elsewhereALineStandsEveryTenSeconds() {
        try (PredictProgress progress = progress(Output.Kind.PIPE)) {
            for (int second = 0; second < 25; second++) {
                now = Duration.ofSeconds(second).toNanos();
                progress.onProgress(new BatchProgress(500_000 + 1000L * second, 1_000_000, 500_000, 1, 2));
            }
            progress.onStartOver("another model scored them");
        }
        assertThat(text().lines())
                .containsExactly(
                        "going on: 500,000 of 1,000,000 rows are scored already",
                        " 51 %  510k of 1.00M rows  1.00k rows/s  8 min 10 left",
                        " 52 %  520k of 1.00M rows  1.00k rows/s  8 min 00 left",
                        "starting over, the parts that are there cannot be used: another model scored them");
    }
}
