package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// How an example message was taken.
///
/// @param success whether the webhook took it
/// @param responseStatus the HTTP status of its answer
/// @param responseBody its answer
/// @param errorMessage why it could not be sent
public record WebhookTestResult(
        Boolean success,
        @Nullable Long responseStatus,
        @Nullable String responseBody,
        @Nullable String errorMessage) {}
