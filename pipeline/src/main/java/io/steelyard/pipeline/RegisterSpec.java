package io.steelyard.pipeline;

/// Where the model is registered.
///
/// @param model the registered model's name; without `/` and `:`
public record RegisterSpec(String model) {
    public RegisterSpec {
        Required.text("model", model);
        if (model.contains("/") || model.contains(":")) {
            throw new IllegalArgumentException(
                    "a registered model's name must not contain '/' or ':', as '" + model + "' does");
        }
    }
}
