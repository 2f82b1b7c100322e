package io.steelyard.pipeline;

/// What is replayed as live traffic: the live rows, each at its time, hour by hour, against the serving port.
///
/// @param id the column that tells rows apart; it becomes the prediction's id
/// @param labelTime the column that says when a row's label is known
public record ReplaySpec(String id, String labelTime) {
    public ReplaySpec {
        Required.text("id", id);
        Required.text("label_time", labelTime);
    }
}
