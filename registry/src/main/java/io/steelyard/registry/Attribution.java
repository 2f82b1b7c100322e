package io.steelyard.registry;

/// Who changed something, and why.
///
/// @param actor who; may be empty
/// @param reason why; may be empty
public record Attribution(String actor, String reason) {
    /// Nobody said who or why.
    public static final Attribution NONE = new Attribution("", "");

    /// Gives a reason without a person.
    ///
    /// @param reason why
    /// @return the attribution
    public static Attribution because(String reason) {
        return new Attribution("", reason);
    }
}
