package io.steelyard.server.models;

import java.util.List;

/// A registered model with its versions.
///
/// @param model the model
/// @param versions its versions, the newest first
public record ModelDetails(ModelSummary model, List<VersionSummary> versions) {
    public ModelDetails {
        versions = List.copyOf(versions);
    }
}
