package io.steelyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole server is killed under load: what it acknowledged over HTTP is there when it runs again, and nothing by
/// halves. Twice; with `-Dsoak` fifty times.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ServerKillTest {
    private static final int KILLS = System.getProperty("soak") == null ? 2 : 50;
    private static final int CLIENTS = 8;
    private static final int KEYS = 5;
    private static final int LONGEST_LIFE_MILLIS = 800;
    private static final String API = "/api/2.0/mlflow/";
    private static final Pattern PLACE = Pattern.compile("control plane (http://[^,]+),");

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    /// By run: the last step that was acknowledged.
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws IOException, InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start();
            try {
                URI server = place(process);
                check(server);
                loadUntilKilled(process, server);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        Process process = start();
        try {
            check(place(process));
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS);
    }

    private Process start() throws IOException {
        Files.deleteIfExists(folder.resolve("log"));
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "server",
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        "0",
                        "--inference-port",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private URI place(Process process) throws IOException, InterruptedException {
        while (true) {
            String log = Files.readString(folder.resolve("log"));
            Matcher place = PLACE.matcher(log);
            if (place.find()) {
                return URI.create(place.group(1));
            }
            assertThat(process.isAlive()).as(log).isTrue();
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private void loadUntilKilled(Process process, URI server) throws InterruptedException {
        int before = acknowledged.size();
        List<Thread> clients = IntStream.range(0, CLIENTS)
                .mapToObj(client -> Thread.startVirtualThread(() -> log(server)))
                .toList();
        while (acknowledged.size() == before) {
            Thread.sleep(Duration.ofMillis(5));
        }
        Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_LIFE_MILLIS));
        process.destroyForcibly().waitFor();
        for (Thread client : clients) {
            client.join();
        }
    }

    private void log(URI server) {
        try {
            String run = post(server, "runs/create", Map.of("experiment_id", "0", "start_time", 1))
                    .at("/run/info/run_id")
                    .asString();
            for (int step = 0; ; step++) {
                post(server, "runs/log-batch", batch(run, step));
                acknowledged.put(run, step);
            }
        } catch (IOException e) {
            // The server was killed.
            assertThat(e).isNotNull();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> batch(String run, int step) {
        List<Map<String, Object>> metrics = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            metrics.add(Map.of("key", "metric-" + key, "value", step + key, "timestamp", step, "step", step));
        }
        return Map.of(
                "run_id",
                run,
                "metrics",
                metrics,
                "params",
                List.of(Map.of("key", "param-" + step, "value", "1")),
                "tags",
                List.of(Map.of("key", "step", "value", Integer.toString(step))));
    }

    private void check(URI server) throws IOException, InterruptedException {
        for (Map.Entry<String, Integer> run : acknowledged.entrySet()) {
            JsonNode data = send(HttpRequest.newBuilder(URI.create(server + API + "runs/get?run_id=" + run.getKey())))
                    .at("/run/data");
            int last = data.path("tags")
                    .valueStream()
                    .filter(tag -> tag.path("key").asString().equals("step"))
                    .mapToInt(tag -> Integer.parseInt(tag.path("value").asString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(last).as(run.getKey()).isGreaterThanOrEqualTo(run.getValue());
            assertThat(data.path("params").size()).isEqualTo(last + 1);
            assertThat(data.path("metrics").size()).isEqualTo(KEYS);
            JsonNode history = send(HttpRequest.newBuilder(URI.create(server + API
                            + "metrics/get-history?metric_key=metric-" + (KEYS - 1) + "&run_id=" + run.getKey())))
                    .path("metrics");
            assertThat(history.valueStream().map(point -> point.path("step").asInt()))
                    .isEqualTo(IntStream.rangeClosed(0, last).boxed().toList());
        }
    }

    private JsonNode post(URI server, String path, Map<String, Object> body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server + API + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }
}
