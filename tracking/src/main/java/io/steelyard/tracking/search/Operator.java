package io.steelyard.tracking.search;

/// How a field is compared.
public enum Operator {
    /// Equal.
    EQ("="),
    /// Different. A field without a value is not different.
    NE("!="),
    /// Less.
    LT("<"),
    /// Less or equal.
    LE("<="),
    /// Greater.
    GT(">"),
    /// Greater or equal.
    GE(">="),
    /// Like a pattern, see [LikePattern].
    LIKE("LIKE"),
    /// Like a pattern, whether `A` to `Z` are written small or great.
    ILIKE("ILIKE"),
    /// One of a list.
    IN("IN"),
    /// None of a list. A field without a value does not match.
    NOT_IN("NOT IN"),
    /// Without a value.
    IS_NULL("IS NULL"),
    /// With a value.
    IS_NOT_NULL("IS NOT NULL");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    /// How it is written in a filter.
    ///
    /// @return for example `NOT IN`
    public String text() {
        return text;
    }
}
