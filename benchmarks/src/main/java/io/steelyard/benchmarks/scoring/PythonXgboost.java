package io.steelyard.benchmarks.scoring;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A Python process that scores rows in place with its XGBoost, one thread, and times itself.
final class PythonXgboost implements AutoCloseable {
    static final String NAME = "xgboost (Python)";
    private static final String SCRIPT = "score_xgboost.py";

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter requests;
    private final String version;

    private PythonXgboost(Process process) throws IOException {
        this.process = process;
        answers = process.inputReader(StandardCharsets.UTF_8);
        requests = process.outputWriter(StandardCharsets.UTF_8);
        version = answer();
    }

    static PythonXgboost start(Path python, Path folder, float[] rows) throws IOException {
        Path script = folder.resolve(SCRIPT);
        try (InputStream in = PythonXgboost.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IOException("the resource " + SCRIPT + " is missing");
            }
            Files.write(script, in.readAllBytes());
        }
        ByteBuffer bytes = ByteBuffer.allocate(rows.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(rows);
        Path file = folder.resolve("rows.f32");
        Files.write(file, bytes.array());
        ProcessBuilder builder = new ProcessBuilder(
                python.toString(), script.toString(), file.toString(), Integer.toString(MadeModels.FEATURES));
        return new PythonXgboost(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    String version() {
        return version;
    }

    /// Scores all rows with a model.
    ///
    /// @return how many microseconds it took
    double score(Path model) throws IOException {
        requests.write(model + "\n");
        requests.flush();
        return Double.parseDouble(answer());
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the Python process ended without an answer");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
