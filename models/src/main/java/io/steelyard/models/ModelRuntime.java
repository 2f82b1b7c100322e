package io.steelyard.models;

/// What makes a model file of one format answer. A plug-in: an annex of the house provides it to
/// [java.util.ServiceLoader]; the formats that need no library stand in this room. Stateless and safe for any number of
/// threads.
public interface ModelRuntime {
    /// The format that this runtime reads.
    ///
    /// @return the name as in [ModelFile#format()], for example `onnx`
    String format();

    /// Reads a model.
    ///
    /// @param file a file of this format
    /// @return what scores
    /// @throws ModelException of kind DAMAGED where the file is not of the format or is cut short, UNSUPPORTED where it
    ///     holds what cannot be scored; the message begins with the file's name
    Scorer load(ModelFile file);
}
