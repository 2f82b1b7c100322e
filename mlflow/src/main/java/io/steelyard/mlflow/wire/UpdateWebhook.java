package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request `PATCH webhooks/{webhook_id}`; what is absent stays as it is.
///
/// @param webhookId its id
/// @param name what people call it
/// @param description what people should know
/// @param url where it is told
/// @param events of what it is told; none: they stay as they are
/// @param secret what signs the messages; empty: they are no longer signed
/// @param status `ACTIVE` or `DISABLED`
public record UpdateWebhook(
        @Required String webhookId,
        @Nullable String name,
        @Nullable String description,
        @Nullable String url,
        List<WebhookEventEntry> events,
        @Nullable String secret,
        @Nullable String status) {
    public UpdateWebhook {
        events = Absent.asEmpty(events);
    }

    /// Says what is asked without the secret.
    @Override
    public String toString() {
        return "UpdateWebhook[" + webhookId + ", " + name + ", " + url + "]";
    }
}
