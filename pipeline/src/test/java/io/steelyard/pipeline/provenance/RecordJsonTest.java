package io.steelyard.pipeline.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The records of the first format, as the flights example left them in version 0.1.0, can be read for ever.
class RecordJsonTest {
    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RecordJsonTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatWentIn() throws IOException {
        String json = resource("run-1.json");
        assertThat(RecordJson.format(json)).isEqualTo(1);
        Provenance provenance = RecordJson.read(json, Provenance.class);
        assertThat(provenance.overrides()).containsEntry("model.rounds", "50");
        assertThat(provenance.settings()).containsEntry("seed", "42");
        assertThat(provenance.settings().keySet()).startsWith("name", "question", "seed");
        assertThat(provenance.seed()).isEqualTo(42);
        assertThat(provenance.materials()).hasSize(9);
        assertThat(provenance.materials().getFirst().kind()).isEqualTo(Material.Kind.PIPELINE);
        assertThat(provenance.materials().getFirst().path())
                .isEqualTo("/home/ada/steelyard/examples/flights/pipeline.yaml");
        assertThat(provenance.git().commit()).matches("[0-9a-f]{40}");
        assertThat(provenance.surroundings().machine()).containsKeys("java.version", "os.name", "cpu.features");
        assertThat(provenance.surroundings().libraries()).isNotEmpty();
        assertThat(RecordJson.read(RecordJson.write(provenance), Provenance.class))
                .isEqualTo(provenance);
    }

    @Test
    void whatCameOut() throws IOException {
        Outcome outcome = RecordJson.read(resource("outcome-1.json"), Outcome.class);
        assertThat(outcome.configHash()).isEqualTo("b6e582a14086");
        assertThat(outcome.model()).containsKeys("model.ubj", "transforms.json");
        assertThat(outcome.metrics()).containsEntry("roc_auc", 0.7963093163549662);
        assertThat(RecordJson.read(RecordJson.write(outcome), Outcome.class)).isEqualTo(outcome);
    }
}
