package io.steelyard.benchmarks.training;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A Python process that does tasks when it is told, one at a time: a script beside this class that ends with `serve` of
/// `peer.py`.
final class PythonPeer implements AutoCloseable {
    private static final String COMMON = "peer.py";

    private final String script;
    private final Process process;
    private final BufferedWriter tasks;
    private final BufferedReader answers;
    private final Map<String, String> versions;

    private PythonPeer(String script, Process process) throws IOException {
        this.script = script;
        this.process = process;
        tasks = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        versions = JsonMapper.shared().readValue(line(), new TypeReference<>() {});
    }

    /// Starts a script and waits until its data is made.
    ///
    /// @param python the Python to run it with
    /// @param folder where the script is put
    /// @param script its name, that of a resource beside this class
    /// @param arguments its arguments
    /// @return the peer, to be closed
    /// @throws IOException where the script ends instead; its error output goes to that of this process
    static PythonPeer start(Path python, Path folder, String script, String... arguments) throws IOException {
        for (String name : List.of(COMMON, script)) {
            try (InputStream resource = PythonPeer.class.getResourceAsStream(name)) {
                if (resource == null) {
                    throw new IOException("there is no script " + name);
                }
                Files.write(folder.resolve(name), resource.readAllBytes());
            }
        }
        List<String> command = new ArrayList<>(
                List.of(python.toString(), folder.resolve(script).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            return new PythonPeer(script, process);
        } catch (IOException | RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    /// The versions of what it measures, by name.
    Map<String, String> versions() {
        return versions;
    }

    /// What one turn took.
    ///
    /// @param seconds the time
    /// @param cpu the processor time of all its threads, in seconds
    /// @param way what was called, the fastest of the usual ways
    /// @param check a number by which the results of both sides are compared
    record Answer(double seconds, double cpu, String way, double check) {}

    /// Does a task once.
    Answer ask(String task) throws IOException {
        tasks.write(task);
        tasks.newLine();
        tasks.flush();
        return JsonMapper.shared().readValue(line(), Answer.class);
    }

    private String line() throws IOException {
        @Nullable String line = answers.readLine();
        if (line == null) {
            throw new IOException(script + " ended; what it said stands above");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
