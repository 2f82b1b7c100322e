package io.steelyard.registry;

import java.util.List;

/// What a webhook is made of.
///
/// @param name what people call it: 1 to 63 letters, digits, dots, underscores and hyphens, a letter or digit at both ends
/// @param url where it is told
/// @param description what people should know; may be empty
/// @param events of what it is told; one at least, one that is named twice counts once
/// @param secret what signs the messages; empty: they are not signed
/// @param status whether it is told at all
public record NewWebhook(
        String name, String url, String description, List<WebhookEvent> events, String secret, WebhookStatus status) {
    /// @throws RegistryException of kind INVALID for a name that is none, or without events
    public NewWebhook {
        WebhookRules.requireName(name);
        WebhookRules.requireEvents(events);
        events = List.copyOf(events);
    }

    /// Says what it is without its secret.
    @Override
    public String toString() {
        return "NewWebhook[" + name + ", " + url + ", " + events + ", " + status + "]";
    }
}
