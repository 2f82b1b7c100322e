package io.steelyard.forest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

/// Reads the bytes of model files; what is wrong with one is told with its name.
final class ModelBytes {
    private static final long MOST = Integer.MAX_VALUE - 8L;

    private ModelBytes() {}

    static Forest read(Path file, Function<byte[], Forest> reader) {
        try {
            if (Files.size(file) > MOST) {
                throw new ForestException("the file has " + Files.size(file) + " bytes, but a model has 2 GB at most");
            }
            return reader.apply(Files.readAllBytes(file));
        } catch (ForestException e) {
            throw new ForestException(file + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new ForestException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new ForestException(file + ": the file cannot be read: " + e, e);
        }
    }
}
