package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `GET webhooks`.
///
/// @param maxResults how many a page has at most, from 1 to 1000; absent or 0: 100
/// @param pageToken where the page begins
public record ListWebhooks(
        @Nullable Long maxResults, @Nullable String pageToken) {}
