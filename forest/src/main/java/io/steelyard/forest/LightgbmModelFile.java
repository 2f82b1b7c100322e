package io.steelyard.forest;

import java.nio.file.Path;

/// Reads the model files of LightGBM: the text that `Booster.save_model` writes (versions 2 to 4).
///
/// Read are all boosters (`gbdt`, `dart`, `rf`), numerical and categorical splits, every way to treat missing values,
/// linear trees, and all objectives. A value is compared as a double. Whatever the bytes claim, memory and time are
/// bounded by their number.
///
/// The semantics are those of LightGBM's source, `src/io/tree.cpp` and `include/LightGBM/tree.h` of release 4.6.
public final class LightgbmModelFile {
    private LightgbmModelFile() {}

    /// Reads a model from a file.
    ///
    /// @param file the file
    /// @return the forest
    /// @throws ForestException where the file cannot be read, is damaged, or holds what is not supported; the message
    ///     begins with the file's name
    public static Forest read(Path file) {
        return ModelBytes.read(file, LightgbmModelFile::read);
    }

    /// Reads a model from a file's bytes.
    ///
    /// @param bytes all bytes of the file
    /// @return the forest
    /// @throws ForestException where the bytes are damaged, cut short or no such file at all, or hold what is not
    ///     supported
    public static Forest read(byte[] bytes) {
        return new LightgbmModel(bytes).read();
    }
}
