package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request `POST webhooks`.
///
/// @param name what people call it
/// @param url where it is told
/// @param events of what it is told
/// @param description what people should know
/// @param secret what signs the messages
/// @param status `ACTIVE` or `DISABLED`; absent: active
public record CreateWebhook(
        @Required String name,
        @Required String url,
        @Required List<WebhookEventEntry> events,
        @Nullable String description,
        @Nullable String secret,
        @Nullable String status) {
    public CreateWebhook {
        events = Absent.asEmpty(events);
    }

    /// Says what is asked without the secret.
    @Override
    public String toString() {
        return "CreateWebhook[" + name + ", " + url + "]";
    }
}
