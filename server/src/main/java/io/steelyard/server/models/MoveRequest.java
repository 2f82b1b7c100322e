package io.steelyard.server.models;

import io.steelyard.registry.Attribution;
import org.jspecify.annotations.Nullable;

/// The body of a request that moves a version.
///
/// @param version the version's number
/// @param actor who moves it; null: see the header
/// @param reason why; null: nobody said
/// @param evidence what it rests on; null: nobody said
public record MoveRequest(
        @Nullable Integer version,
        @Nullable String actor,
        @Nullable String reason,
        @Nullable String evidence) {
    /// Makes one of who and why.
    ///
    /// @param version the version's number
    /// @param attribution who moves it, and why
    /// @return the request
    public static MoveRequest of(int version, Attribution attribution) {
        return new MoveRequest(version, attribution.actor(), attribution.reason(), attribution.evidence());
    }

    /// Says who moves it, and why.
    ///
    /// @return the attribution
    public Attribution attribution() {
        return new Attribution(
                actor == null ? "" : actor, reason == null ? "" : reason, evidence == null ? "" : evidence);
    }
}
