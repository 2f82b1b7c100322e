package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// What a webhook is told of.
///
/// @param entity what it happens to, for example `REGISTERED_MODEL`
/// @param action what happens, for example `CREATED`
public record WebhookEventEntry(
        @Nullable String entity, @Nullable String action) {}
