package io.steelyard.forest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads the model files of XGBoost: Universal Binary JSON (`.ubj`) and JSON (`.json`), told apart by their first
/// bytes.
///
/// Read are ensembles of the booster `gbtree` with numerical splits and one value a leaf, of the objectives
/// `binary:logistic` and `reg:squarederror`; all their trees count, as in `Booster.predict`. Whatever else a file holds
/// is an
/// error that names it, never a wrong answer. Memory and time are bounded by the file's size, whatever its bytes claim.
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
        try {
            if (Files.size(file) > Integer.MAX_VALUE - 8L) {
                throw new ForestException("the file has " + Files.size(file) + " bytes, but a model has 2 GB at most");
            }
            return read(Files.readAllBytes(file));
        } catch (ForestException e) {
            throw new ForestException(file + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new ForestException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new ForestException(file + ": the file cannot be read: " + e, e);
        }
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
