package io.steelyard.registry;

/// A webhook with its secret, for whoever sends it messages; never to be shown.
///
/// @param webhook the webhook
/// @param secret what signs the messages; empty: they are not signed
public record WebhookListener(Webhook webhook, String secret) {
    /// Says which webhook it is without its secret.
    @Override
    public String toString() {
        return "WebhookListener[" + webhook + "]";
    }
}
