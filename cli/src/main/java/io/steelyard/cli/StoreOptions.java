package io.steelyard.cli;

import io.steelyard.server.DataFolder;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a command's records and files are: the options of all commands that touch the store.
final class StoreOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "./steelyard-data",
            description =
                    "The data folder (default: ${DEFAULT-VALUE}). Where a server runs on it, the command goes through the server.")
    private Path data;

    @Option(
            names = "--tracking-uri",
            paramLabel = "URL",
            defaultValue = "${env:MLFLOW_TRACKING_URI}",
            description = "A server to record on, Steelyard's or MLflow's (default: MLFLOW_TRACKING_URI).")
    private @Nullable String trackingUri;

    /// Opens the store.
    OpenStore open() {
        DataFolder folder = DataFolder.open(data);
        String uri = trackingUri;
        if (uri != null && !uri.isBlank()) {
            return OpenStore.remote(folder, server(uri));
        }
        return folder.liveServer()
                .map(server -> OpenStore.remote(folder, URI.create(server.url())))
                .orElseGet(() -> OpenStore.embedded(folder));
    }

    private static URI server(String text) {
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            throw new CommandException(
                    ExitCode.USAGE, "the tracking URI must be an http or https address, not '" + text + "'");
        }
        return URI.create(text);
    }
}
