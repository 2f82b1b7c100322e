package io.steelyard.server.models;

import java.util.List;

/// All registered models, as the answer of a request.
///
/// @param models the models by name
public record ModelList(List<ModelSummary> models) {
    public ModelList {
        models = List.copyOf(models);
    }
}
