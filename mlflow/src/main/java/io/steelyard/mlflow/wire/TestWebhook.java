package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `POST webhooks/{webhook_id}/test`.
///
/// @param webhookId its id
/// @param event of what the example tells; absent: of the first event that the webhook is told of
public record TestWebhook(
        @Required String webhookId, @Nullable WebhookEventEntry event) {}
