package io.steelyard.server;

import io.steelyard.serving.HttpPort;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// The Java client against this server.
class SteelyardClientTest extends TrackingClientContract {
    @TempDir
    static Path data;

    private static Platform platform;
    private static ControlPlane control;

    @BeforeAll
    static void start() {
        QuietLibraries.hush();
        platform = Platform.open(DataFolder.open(data));
        control = ControlPlane.start(new HttpPort.Address("127.0.0.1", 0), platform);
    }

    @AfterAll
    static void stop() {
        control.close();
        platform.close();
    }

    @Override
    URI server() {
        return control.uri();
    }
}
