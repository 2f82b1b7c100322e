package io.steelyard.cli;

import io.steelyard.server.DataFolder;
import io.steelyard.server.ServerOptions;
import io.steelyard.server.SteelyardServer;
import io.steelyard.sql.SqliteLibrary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The training run of the build: does what commands do at their start, so that Java keeps the classes it loads and the
/// profiles it takes in a cache, and unpacks what else would be unpacked at each start.
@Command(
        name = "warm-up",
        hidden = true,
        description = "Does what commands do at their start, for the cache of the build.")
final class WarmUpCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "Where SQLite's native code is unpacked for later starts.")
    private Path sqlite;

    @Override
    public Integer call() throws IOException, InterruptedException {
        SqliteLibrary.unpack(sqlite);
        var nowhere = Output.pipe(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        var terminal = new Terminal(nowhere, nowhere);
        Main.run(terminal, "--version");
        Main.run(terminal, "--help");
        Main.run(terminal, "no-such-command");
        for (String command : new Commands(terminal).names()) {
            Main.run(terminal, command, "--help");
        }
        server();
        return ExitCode.OK.code();
    }

    /// Starts a server, once on an empty folder and once on what that left, and asks both ports.
    private static void server() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("steelyard-warm-up");
        try {
            for (int start = 0; start < 2; start++) {
                try (SteelyardServer server = SteelyardServer.start(
                                DataFolder.open(data), new ServerOptions("127.0.0.1", 0, 0, Version.number()));
                        HttpClient client = HttpClient.newHttpClient()) {
                    for (String path : List.of("/health", "/metrics")) {
                        ask(client, server.uri().resolve(path));
                        ask(client, server.inferenceUri().resolve(path));
                    }
                }
            }
        } finally {
            try (Stream<Path> all = Files.walk(data)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static void ask(HttpClient client, URI uri) throws IOException, InterruptedException {
        int status = client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            throw new IllegalStateException(uri + " answers " + status);
        }
    }
}
