package io.steelyard.registry;

import java.util.List;

/// Somebody outside who is told of events, by a POST to an address. The secret that signs what is sent is no part of it:
/// whoever reads webhooks never sees one.
///
/// @param id a UUID
/// @param name what people call it
/// @param url where it is told
/// @param description what people should know; empty: nothing
/// @param events of what it is told, by name
/// @param status whether it is told at all
/// @param createdAtMillis when it was made, in milliseconds since 1970-01-01 UTC
/// @param lastUpdateTimeMillis when it was last changed
public record Webhook(
        String id,
        String name,
        String url,
        String description,
        List<WebhookEvent> events,
        WebhookStatus status,
        long createdAtMillis,
        long lastUpdateTimeMillis) {
    public Webhook {
        events = List.copyOf(events);
    }
}
