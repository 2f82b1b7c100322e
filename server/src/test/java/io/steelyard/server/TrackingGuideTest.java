package io.steelyard.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.client.TrackingClient;
import io.steelyard.serving.HttpPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The code in docs/client.md is [TrackingGuide]'s, and does what is said.
class TrackingGuideTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- TrackingGuide\\.(\\w+) -->\n```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path root;

    @Test
    void theGuideSaysWhatIsRun() throws IOException {
        String guide = Files.readString(Path.of("../docs/client.md"));
        String code = squeezed(Files.readString(Path.of("src/test/java/io/steelyard/server/TrackingGuide.java")));
        Matcher examples = EXAMPLE.matcher(guide);
        int found = 0;
        for (; examples.find(); found++) {
            assertThat(code).as(examples.group(1)).contains(squeezed(examples.group(2)));
        }
        assertThat(found).isEqualTo(3);
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }

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
