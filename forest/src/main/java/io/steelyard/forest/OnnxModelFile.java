package io.steelyard.forest;

import java.nio.file.Path;

/// Reads ONNX models that are one ensemble of trees: `TreeEnsembleClassifier` and `TreeEnsembleRegressor` (`ai.onnx.ml`
/// versions 1 and 3) and `TreeEnsemble` (version 5), as converters write them.
///
/// Around the ensemble may stand what only renames or repacks: `Cast`, `Identity`, `ZipMap` and the like. A graph with
/// other operators is an error that names them: ONNX Runtime scores it. Memory and time are bounded by the file's size.
///
/// The order in which trees are summed is not specified in ONNX, and that of ONNX Runtime depends on its threads: margins
/// are equal to its own to about 1e-6 of the largest leaf, not to the last bit.
public final class OnnxModelFile {
    private OnnxModelFile() {}

    /// Reads a model from a file.
    ///
    /// @param file the file
    /// @return the forest
    /// @throws ForestException where the file cannot be read, is damaged, or holds what is not supported; the message
    ///     begins with the file's name
    public static Forest read(Path file) {
        return ModelBytes.read(file, OnnxModelFile::read);
    }

    /// Reads a model from a file's bytes.
    ///
    /// @param bytes all bytes of the file
    /// @return the forest
    /// @throws ForestException where the bytes are damaged, cut short or no such file at all, or hold what is not
    ///     supported
    public static Forest read(byte[] bytes) {
        return new OnnxModel(bytes).read();
    }
}
