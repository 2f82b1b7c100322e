package io.steelyard.benchmarks.tracking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/// MLflow's own server on SQLite, with its own defaults but for the address.
///
/// @param python the program of a Python environment with mlflow
record MlflowSide(Path python) implements Side {
    static final String NAME = "MLflow";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ServerProcess.Command command(Path folder) {
        return port -> List.of(
                python.toString(),
                "-m",
                "mlflow",
                "server",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--backend-store-uri",
                "sqlite:///" + folder.resolve("mlflow.db"),
                "--artifacts-destination",
                folder.resolve("artifacts").toString());
    }

    /// Writes into the database itself: through MLflow's interface it would take hours.
    @Override
    public String load(Path folder, RunTable table) throws IOException, InterruptedException {
        Path script = folder.resolve("load_mlflow.py");
        try (InputStream text = Objects.requireNonNull(MlflowSide.class.getResourceAsStream("load_mlflow.py"))) {
            Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
        }
        Process load = new ProcessBuilder(
                        python.toString(),
                        script.toString(),
                        folder.resolve("mlflow.db").toString(),
                        Integer.toString(table.runs()),
                        Integer.toString(table.metrics()),
                        Integer.toString(table.params()),
                        Integer.toString(table.tags()))
                .redirectErrorStream(true)
                .start();
        String printed = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (load.waitFor() != 0) {
            throw new IOException("the runs could not be written into MLflow's database:\n" + printed);
        }
        return printed;
    }
}
