package io.steelyard.mlflow.wire;

/// The requests `GET webhooks/{webhook_id}` and `DELETE webhooks/{webhook_id}`.
///
/// @param webhookId its id
public record GetWebhook(@Required String webhookId) {}
