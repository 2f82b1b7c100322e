package io.steelyard.registry;

/// Sends a webhook an example message.
@FunctionalInterface
public interface WebhookTester {
    /// Sends it and waits for the answer.
    ///
    /// @param listener the webhook
    /// @param event of what the example tells
    /// @return how it went
    WebhookTrial test(WebhookListener listener, WebhookEvent event);
}
