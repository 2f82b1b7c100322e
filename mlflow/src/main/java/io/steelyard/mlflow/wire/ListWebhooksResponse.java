package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer of `GET webhooks`.
///
/// @param webhooks a page of webhooks, the newest first; absent: none
/// @param nextPageToken what to ask for the next page with; absent: this was the last
public record ListWebhooksResponse(
        List<WebhookEntry> webhooks, @Nullable String nextPageToken) {
    public ListWebhooksResponse {
        webhooks = Absent.asEmpty(webhooks);
    }
}
