package io.steelyard.models;

import io.steelyard.data.Schema;

/// What a model takes and what its answer means.
///
/// @param inputs the input columns in the order in which a bare row of values stands, before transforms
/// @param task what a score means
public record Signature(Schema inputs, Task task) {
    public Signature {
        if (inputs.fields().isEmpty()) {
            throw new IllegalArgumentException("a model's signature needs at least one input column");
        }
    }
}
