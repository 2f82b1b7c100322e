package io.steelyard.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The flows, run in one process of Python against one server.
final class Flows {
    /// Which flows to run, separated by commas; all where it is not set.
    private static final String ASKED = "steelyard.conformance.flows";

    /// The size of the large artifact in bytes; 64 MiB where it is not set.
    private static final String LARGE = "steelyard.conformance.large";

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Process process;
    private final Path answers;
    private final Path log;

    private Flows(Process process, Path answers, Path log) {
        this.process = process;
        this.answers = answers;
        this.log = log;
    }

    /// Starts them.
    ///
    /// @param side `steelyard` or `mlflow`: some flows are for one server alone
    static Flows start(Path python, URI server, String side, Path folder) throws IOException {
        Path answers = folder.resolve("answers.json");
        Path log = folder.resolve("flows.log");
        List<String> command = new ArrayList<>(
                List.of(python.toString(), script().toString(), server.toString(), answers.toString(), side));
        Stream.of(System.getProperty(ASKED, "").split(","))
                .filter(flow -> !flow.isEmpty())
                .forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        String large = System.getProperty(LARGE);
        if (large != null) {
            builder.environment().put("LARGE_ARTIFACT_BYTES", large);
        }
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        return new Flows(builder.start(), answers, log);
    }

    /// Waits for their end.
    ///
    /// @return by flow, what it noted: objects of `name` and `value`; null for one that is not for this side
    JsonNode await() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        if (!Files.exists(answers)) {
            throw new IllegalStateException("the flows ended without answers:\n" + log());
        }
        return JsonMapper.shared().readTree(answers);
    }

    /// What Python printed: how long each flow took, and where one failed.
    String log() throws IOException {
        return Files.readString(log);
    }

    private static Path script() {
        try {
            return Path.of(Objects.requireNonNull(Flows.class.getResource("flows/run.py"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
