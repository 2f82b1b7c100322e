package io.steelyard.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes different about a webhook; null: it stays as it is.
///
/// @param name what people call it
/// @param url where it is told
/// @param description what people should know; may be empty
/// @param events of what it is told
/// @param secret what signs the messages; empty: they are no longer signed
/// @param status whether it is told at all
public record WebhookChange(
        @Nullable String name,
        @Nullable String url,
        @Nullable String description,
        @Nullable List<WebhookEvent> events,
        @Nullable String secret,
        @Nullable WebhookStatus status) {
    /// @throws RegistryException of kind INVALID for a name that is none, or an empty list of events
    public WebhookChange {
        if (name != null) {
            WebhookRules.requireName(name);
        }
        if (events != null) {
            WebhookRules.requireEvents(events);
            events = List.copyOf(events);
        }
    }

    /// Says what changes without the secret.
    @Override
    public String toString() {
        return "WebhookChange[" + name + ", " + url + ", " + events + ", " + status + "]";
    }
}
