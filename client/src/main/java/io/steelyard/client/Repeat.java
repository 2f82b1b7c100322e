package io.steelyard.client;

/// Whether a request may be sent again when nobody knows whether the first one arrived.
enum Repeat {
    /// Sent twice it does what it does once.
    SAFE,
    /// Sent twice it would make two; it is sent again only where the first cannot have arrived.
    UNSAFE
}
