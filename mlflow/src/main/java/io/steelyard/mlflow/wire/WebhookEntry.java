package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A webhook, without its secret.
///
/// @param webhookId its id
/// @param name what people call it
/// @param description what people should know; absent: nothing
/// @param url where it is told
/// @param events of what it is told
/// @param status `ACTIVE` or `DISABLED`
/// @param creationTimestamp when it was made, in milliseconds since 1970-01-01 UTC
/// @param lastUpdatedTimestamp when it was last changed
public record WebhookEntry(
        String webhookId,
        String name,
        @Nullable String description,
        String url,
        List<WebhookEventEntry> events,
        String status,
        Long creationTimestamp,
        Long lastUpdatedTimestamp) {
    public WebhookEntry {
        events = Absent.asEmpty(events);
    }
}
