package io.steelyard.mlflow.wire;

/// The answer of `POST webhooks/{webhook_id}/test`.
///
/// @param result how the example message was taken
public record TestWebhookResponse(@Required WebhookTestResult result) {}
