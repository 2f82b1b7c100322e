package io.steelyard.server;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The Java client against MLflow's own server.
@EnabledIfSystemProperty(named = "steelyard.tool.mlflow", matches = ".+")
class MlflowClientTest extends TrackingClientContract {
    @TempDir
    static Path data;

    private static MlflowServerProcess mlflow;

    @BeforeAll
    static void start() throws Exception {
        mlflow = MlflowServerProcess.start(data);
    }

    @AfterAll
    static void stop() {
        mlflow.close();
    }

    @Override
    URI server() {
        return mlflow.uri();
    }
}
