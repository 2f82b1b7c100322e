package io.steelyard.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineFileTest {
    private static final Path FLIGHTS =
            Path.of(System.getProperty("house.dir"), "examples", "flights", "pipeline.yaml");

    @TempDir
    private Path folder;

    private String flights;

    @BeforeEach
    void read() throws IOException {
        flights = Files.readString(FLIGHTS);
    }

    @Test
    void theExampleIsRead() {
        PipelineSpec spec = PipelineFile.read(FLIGHTS, Map.of()).spec();
        assertThat(spec.seed()).isEqualTo(42);
        assertThat(spec.features().views()).hasSize(9);
        assertThat(spec.features().views().getFirst())
                .isInstanceOfSatisfying(
                        ViewSpec.Latest.class, view -> assertThat(view.ttl()).isEqualTo(Duration.ofHours(3)));
        assertThat(spec.split().zone().getId()).isEqualTo("America/New_York");
        assertThat(spec.model().parameters()).containsEntry("learning_rate", "0.05");
        assertThat(spec.gates()).hasSize(5);
    }

    @Test
    void parametersReplaceValues() {
        PipelineSpec spec = PipelineFile.read(
                        FLIGHTS,
                        Map.of("model.rounds", "7", "gates.0.threshold", "0.5", "model.parameters.max_depth", "3"))
                .spec();
        assertThat(spec.model().rounds()).isEqualTo(7);
        assertThat(spec.gates().getFirst().threshold()).isEqualTo(0.5);
        assertThat(spec.model().parameters()).containsEntry("max_depth", "3");
        assertThatThrownBy(() -> PipelineFile.read(FLIGHTS, Map.of("modle.rounds", "7")))
                .hasMessage(
                        "the parameter 'modle.rounds' names nothing in the pipeline: there is no 'modle'; the nearest is 'model'");
        assertThatThrownBy(() -> PipelineFile.read(FLIGHTS, Map.of("gates.9.threshold", "7")))
                .hasMessageContaining("there is no '9'");
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("name: a\nseed: [1\nb: 2\n"))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("is not YAML: line 3, column");
        assertThatThrownBy(() -> read("name: a\n\tseed: 1\n")).hasMessageContaining("is not YAML: line 2, column 1");
        assertThatThrownBy(() -> read("- 1\n- 2\n")).hasMessageContaining("holds no pipeline");
        assertThatThrownBy(() -> read("")).hasMessageContaining("holds no pipeline");
        assertThatThrownBy(() -> PipelineFile.read(folder.resolve("absent.yaml"), Map.of()))
                .hasMessage("there is no file " + folder.resolve("absent.yaml"));
    }

    @Test
    void anUnknownKeyIsNamedWithItsPlaceAndTheNearest() {
        assertThatThrownBy(() -> read(flights.replace("  rounds: 800", "  runds: 800")))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("unknown key 'model.runds'; the nearest is 'rounds'")
                .hasMessageContaining(place("  rounds: 800", 3));
        assertThatThrownBy(() -> read(flights.replace("ttl: 3h", "tll: 3h")))
                .hasMessageContaining("unknown key 'features.views.0.tll'; the nearest is 'ttl'");
    }

    @Test
    void aMissingOrImpossibleValueIsNamedWithItsPlace() {
        assertThatThrownBy(() -> read(flights.replace("seed: 42\n", "")))
                .hasMessageContaining("the key 'seed' is missing");
        assertThatThrownBy(() -> read(flights.replace("  learner: xgboost\n", "")))
                .hasMessageContaining("'model': the key 'learner' is missing")
                .hasMessageContaining(place("model:", 1));
        assertThatThrownBy(() -> read(flights.replace("rounds: 800", "rounds: many")))
                .hasMessageContaining("'model.rounds'")
                .hasMessageContaining("many");
        assertThatThrownBy(() -> read(flights.replace("rounds: 800", "rounds: 0")))
                .hasMessageContaining("'rounds' must be at least 1, not 0");
        assertThatThrownBy(() -> read(flights.replace("ttl: 3h", "ttl: soon")))
                .hasMessageContaining("a duration is written as 90s, 30m, 3h, 7d or PT3H");
        assertThatThrownBy(
                        () -> read(flights.replace("validation: {from: 2013-07-01", "validation: {from: 2013-05-01")))
                .hasMessageContaining("the periods must follow each other in time");
        assertThatThrownBy(() -> read(flights.replace("seed: 42", "seed: 42\nseed: 43")))
                .hasMessageContaining("seed");
    }

    private PipelineFile read(String text) throws IOException {
        return PipelineFile.read(Files.writeString(folder.resolve("pipeline.yaml"), text), Map.of());
    }

    /// Where a line of the example stands.
    private String place(String line, int column) {
        long above =
                flights.substring(0, flights.indexOf("\n" + line) + 1).lines().count();
        return "line " + (above + 1) + ", column " + column;
    }
}
