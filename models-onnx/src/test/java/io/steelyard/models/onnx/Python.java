package io.steelyard.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The Python of the tool `mlflow`.
final class Python {
    static final String TOOL = "steelyard.tool.mlflow";

    private Python() {}

    /// Runs a program to its end, which must be a good one.
    static void run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty(TOOL)));
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(folder, "python", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int ended = process.waitFor();
        assertThat(ended).as(Files.readString(log)).isZero();
    }
}
