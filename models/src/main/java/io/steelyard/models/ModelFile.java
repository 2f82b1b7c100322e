package io.steelyard.models;

/// A learned model in its library's own format.
///
/// @param format the format, for which there is a [ModelRuntime]: `xgboost`, `lightgbm`, `linear`, `onnx`, `torchscript`
/// @param name the file's usual name in a model folder: `model.ubj`, `model.lgb`, `model.json`, `model.onnx`, `model.pt`
/// @param bytes the file's content, handed over
public record ModelFile(String format, String name, byte[] bytes) {
    public ModelFile {
        if (format.isBlank()) {
            throw new IllegalArgumentException("the format of the model file '" + name + "' must not be blank");
        }
        if (name.isBlank() || name.contains("/") || name.contains("\\") || name.startsWith(".")) {
            throw new IllegalArgumentException(
                    "a model file's name must be that of a file without folders, not '" + name + "'");
        }
    }
}
