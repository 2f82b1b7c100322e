package io.steelyard.server.models;

import org.jspecify.annotations.Nullable;

/// What was in production at a moment, as the answer of a request.
///
/// @param name the name that was asked for
/// @param at the moment, in UTC
/// @param production what was in production; null: nothing
public record ProductionAnswer(
        String name, String at, @Nullable PastProduction production) {}
