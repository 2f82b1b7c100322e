package io.steelyard.cli;

import io.steelyard.models.OnnxExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a model with its transforms in a format that other programs read.
@Command(
        name = "export",
        description = {
            "Write a model with its transforms as one file that other programs read.",
            "onnx: raw columns in, predictions out, for ONNX Runtime 1.20 and later."
        })
final class ModelsExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    /// What a model can be written as. A closed set.
    enum Format {
        /// One ONNX graph.
        ONNX;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What was written, as JSON.
    ///
    /// @param model the URI that was asked for
    /// @param format the format
    /// @param output_path the file
    /// @param size_bytes its size
    record Exported(String model, String format, String output_path, long size_bytes) {}

    @Parameters(paramLabel = "MODEL", description = "Which model: " + ModelReference.FORMS + ".")
    private String model;

    @Option(
            names = "--format",
            defaultValue = "onnx",
            description = "What to write: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path output;

    @Mixin
    private StoreOptions store;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ModelsExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        byte[] bytes = switch (format) {
            case ONNX -> OnnxExport.of(new ModelFetch(model).predictor(store));
        };
        write(bytes);
        if (json) {
            JsonOutput.print(terminal.out(), new Exported(model, format.toString(), output.toString(), bytes.length));
        } else {
            terminal.out().line(output + ": " + model + " as " + format + ", " + bytes.length + " bytes");
        }
        return ExitCode.OK.code();
    }

    private void write(byte[] bytes) {
        Path whole = output.toAbsolutePath();
        Path aside = whole.resolveSibling("." + whole.getFileName() + ".part");
        try {
            Files.createDirectories(whole.resolveSibling(""));
            Files.write(aside, bytes);
            Files.move(aside, whole, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(output + ": the file cannot be written: " + e.getMessage(), e);
        }
    }
}
