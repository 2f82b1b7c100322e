package io.steelyard.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for what a run makes on the way, gone with it.
///
/// @param path the folder
record WorkFolder(Path path) implements AutoCloseable {
    /// Makes one.
    ///
    /// @param folder the folder in which it is made, itself made where it does not exist
    /// @return the folder, to be closed
    static WorkFolder in(Path folder) {
        try {
            Files.createDirectories(folder);
            return new WorkFolder(Files.createTempDirectory(folder, ".work-"));
        } catch (IOException e) {
            throw new PipelineException("cannot write in " + folder + ": " + e.getMessage(), e);
        }
    }

    /// Writes a text file.
    ///
    /// @param name its name
    /// @param text its text
    /// @return the file
    Path write(String name, String text) {
        try {
            return Files.writeString(path.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
