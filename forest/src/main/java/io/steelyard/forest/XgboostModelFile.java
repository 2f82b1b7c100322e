package io.steelyard.forest;

import java.nio.file.Path;

/// Reads the model files of XGBoost: Universal Binary JSON (`.ubj`) and JSON (`.json`), told apart by their first
/// bytes.
///
/// Read are ensembles of the boosters `gbtree` and `dart` with numerical and categorical splits and one value a leaf, of
/// all objectives for regression, two and more classes, counts, survival and ranking; all their trees count, as in
/// `Booster.predict`. A categorical feature's value is the category's number, as in the training. Whatever else a file
/// holds is an error that names it, never a wrong answer. Memory and time are bounded by the file's size, whatever its
/// bytes claim.
///
/// The semantics are those of XGBoost's source, `src/tree/tree_model.cc` and `src/predictor/cpu_predictor.cc` of
/// release 3.0.
public final class XgboostModelFile {
    private XgboostModelFile() {}

    /// Reads a model from a file.
    ///
    /// @param file the file
    /// @return the forest
    /// @throws ForestException where the file cannot be read, is damaged, or holds what is not supported; the message
    /// begins
    ///     with the file's name
    public static Forest read(Path file) {
        return ModelBytes.read(file, XgboostModelFile::read);
    }

    /// Reads a model from a file's bytes.
    ///
    /// @param bytes all bytes of the file
    /// @return the forest
    /// @throws ForestException where the bytes are damaged, cut short or no such file at all, or hold what is not
    /// supported
    public static Forest read(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != '{') {
            throw new ForestException("byte 0: this is no XGBoost model in UBJ or JSON, which begins with '{'");
        }
        // After the brace, a field's name stands in quotes in JSON, and behind the marker of its length in UBJ.
        boolean json = "\" \n\r\t}".indexOf(bytes[1]) >= 0;
        return new XgboostModel(json ? new JsonTokens(bytes) : new UbjTokens(bytes)).read();
    }
}
