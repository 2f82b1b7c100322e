package io.steelyard.mlflow.wire;

/// The answer of requests about one webhook.
///
/// @param webhook the webhook
public record WebhookResponse(@Required WebhookEntry webhook) {}
