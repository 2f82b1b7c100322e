package io.steelyard.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateFlightsTest {
    private static final Path HOUSE = Path.of(System.getProperty("house.dir"));

    @Test
    void itCrossValidatesAndEvaluates() {
        List<String> printed = run();
        assertThat(printed.getFirst()).matches("cross-validated roc_auc 0\\.9[0-9]{3}, deviation 0\\.0[0-9]{3}");
        assertThat(printed).anyMatch(line -> line.matches("roc_auc 0\\.9[0-9]{3}"));
        assertThat(printed).anyMatch(line -> line.startsWith("log_loss 0."));
        assertThat(run()).isEqualTo(printed);
    }

    @Test
    void itFitsOnAScreen() throws IOException {
        Path source = HOUSE.resolve("examples/src/main/java/io/steelyard/examples/LateFlights.java");
        assertThat(Files.readAllLines(source)).hasSizeLessThan(42);
    }

    private static List<String> run() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            LateFlights.main(new String[] {
                HOUSE.resolve("examples/flights/data/flights.parquet").toString()
            });
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
