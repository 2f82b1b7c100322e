package io.steelyard.mlflow.wire;

/// What every refused request is answered with.
///
/// @param errorCode MLflow's name of the error
/// @param message what is wrong
public record ErrorBody(
        @Required String errorCode, @Required String message) {}
