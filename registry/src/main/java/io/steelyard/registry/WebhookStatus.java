package io.steelyard.registry;

/// Whether a webhook is told of events.
public enum WebhookStatus {
    /// It is.
    ACTIVE,
    /// It is not.
    DISABLED
}
