package io.steelyard.registry;

/// Who changed something, why, and what shows that it was right.
///
/// @param actor who; may be empty
/// @param reason why; may be empty
/// @param evidence what the decision rests on, as text or JSON, for example the report of the gates; may be empty
public record Attribution(String actor, String reason, String evidence) {
    /// Nobody said who or why.
    public static final Attribution NONE = new Attribution("", "");

    /// Makes one without evidence.
    ///
    /// @param actor who; may be empty
    /// @param reason why; may be empty
    public Attribution(String actor, String reason) {
        this(actor, reason, "");
    }

    /// Gives a reason without a person.
    ///
    /// @param reason why
    /// @return the attribution
    public static Attribution because(String reason) {
        return new Attribution("", reason);
    }

    /// Names a person where none is named.
    ///
    /// @param name who; may be empty
    /// @return this one where it names somebody, else a copy that names them
    public Attribution orBy(String name) {
        return actor.isEmpty() ? new Attribution(name, reason, evidence) : this;
    }
}
