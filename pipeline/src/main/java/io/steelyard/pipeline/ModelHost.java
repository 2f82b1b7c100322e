package io.steelyard.pipeline;

import java.net.URI;
import java.nio.file.Path;

/// A server that a pipeline hands its model to.
public interface ModelHost {
    /// Makes a model answer at the serving port, as the default version.
    ///
    /// @param name the registered model's name
    /// @param version the version's number
    /// @param folder the model folder; it is read before the call returns
    /// @return the serving port's address, for example `http://127.0.0.1:8080`
    URI deploy(String name, int version, Path folder);

    /// Writes out the predictions and labels that were received so far, so that they can be read back.
    void flushPredictions();
}
