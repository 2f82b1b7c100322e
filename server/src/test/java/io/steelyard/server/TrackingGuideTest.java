package io.steelyard.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.client.TrackingClient;
import io.steelyard.serving.HttpPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The code of docs/client.md, which is [TrackingGuide]'s, does what is said there.
class TrackingGuideTest {
    @TempDir
    Path root;

    @Test
    void theExamplesRun() throws IOException {
        QuietLibraries.hush();
        Path model = Files.createDirectories(root.resolve("model"));
        Files.writeString(model.resolve("MLmodel"), "flavors: {}");
        try (Platform platform = Platform.open(DataFolder.open(root.resolve("data")));
                ControlPlane control = ControlPlane.start(new HttpPort.Address("127.0.0.1", 0), platform);
                TrackingClient client = TrackingClient.connect(control.uri())) {
            String id = TrackingGuide.experiment(control.uri().toString());
            assertThat(platform.tracking().run(id).metrics())
                    .hasEntrySatisfying("loss", loss -> assertThat(loss.value()).isEqualTo(0.1));
            assertThat(TrackingGuide.best(client).id()).isEqualTo(id);
            assertThat(TrackingGuide.model(client, model, root.resolve("fetched"))
                            .resolve("MLmodel"))
                    .hasContent("flavors: {}");
        }
    }
}
