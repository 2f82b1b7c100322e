package io.steelyard.registry;

import org.jspecify.annotations.Nullable;

/// How an example message was taken.
///
/// @param success whether the webhook took it
/// @param status the HTTP status of its answer; null: it gave none
/// @param body the beginning of its answer; null: it gave none
/// @param failure why it could not be sent; null: it was
public record WebhookTrial(
        boolean success,
        @Nullable Integer status,
        @Nullable String body,
        @Nullable String failure) {}
