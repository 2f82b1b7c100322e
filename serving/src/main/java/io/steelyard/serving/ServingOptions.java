package io.steelyard.serving;

/// How an inference server listens.
///
/// @param address where
/// @param bodyBytes how large a request's body may be, in bytes, at least 1; larger ones are answered with 413
public record ServingOptions(HttpPort.Address address, int bodyBytes) {
    private static final int USUAL_BODY_BYTES = 32 << 20;

    public ServingOptions {
        if (bodyBytes < 1) {
            throw new IllegalArgumentException("a body must be allowed at least 1 byte, not " + bodyBytes);
        }
    }

    /// Bodies up to 32 MiB.
    ///
    /// @param address where to listen
    /// @return the usual options
    public static ServingOptions at(HttpPort.Address address) {
        return new ServingOptions(address, USUAL_BODY_BYTES);
    }
}
