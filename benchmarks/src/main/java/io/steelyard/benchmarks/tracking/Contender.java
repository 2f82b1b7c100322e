package io.steelyard.benchmarks.tracking;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A side whose server runs.
///
/// @param side the side
/// @param server its server, which the contender stops
record Contender(Side side, ServerProcess server) implements AutoCloseable {
    private static final String API = "/api/2.0/mlflow/";

    /// Starts the server of a side on the side's own folder.
    ///
    /// @param folder the folder of all sides
    static Contender start(Side side, Path folder) throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder(side, folder));
        return new Contender(side, ServerProcess.start(side.command(own), own.resolve("server.log")));
    }

    /// Starts the servers of all sides.
    static List<Contender> startAll(List<Side> sides, Path folder) throws IOException, InterruptedException {
        List<Contender> started = new ArrayList<>();
        try {
            for (Side side : sides) {
                started.add(start(side, folder));
            }
            return started;
        } catch (IOException | InterruptedException | RuntimeException e) {
            closeAll(started);
            throw e;
        }
    }

    static void closeAll(List<Contender> contenders) {
        contenders.forEach(Contender::close);
    }

    static Path folder(Side side, Path folder) {
        return folder.resolve(side.name().toLowerCase(java.util.Locale.ROOT));
    }

    /// A path of MLflow's interface with its query.
    static String get(String path, Map<String, String> query) {
        List<String> pairs = new ArrayList<>();
        query.forEach((key, value) -> pairs.add(key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return API + path + "?" + String.join("&", pairs);
    }

    /// A path of MLflow's interface.
    static String post(String path) {
        return API + path;
    }

    /// Makes an experiment.
    ///
    /// @return its id
    String newExperiment(Connection connection, String name) throws IOException {
        return ask(connection, "experiments/create", Map.of("name", name))
                .path("experiment_id")
                .asString();
    }

    /// Makes a run.
    ///
    /// @return its id
    String newRun(Connection connection, String experiment) throws IOException {
        return ask(
                        connection,
                        "runs/create",
                        Map.of("experiment_id", experiment, "start_time", System.currentTimeMillis()))
                .path("run")
                .path("info")
                .path("run_id")
                .asString();
    }

    private static JsonNode ask(Connection connection, String path, Map<String, ?> body) throws IOException {
        String text = JsonMapper.shared().writeValueAsString(body);
        return JsonMapper.shared().readTree(connection.send(connection.request("POST", post(path), text)));
    }

    @Override
    public void close() {
        server.close();
    }
}
