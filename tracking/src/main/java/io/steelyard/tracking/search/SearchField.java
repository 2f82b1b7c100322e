package io.steelyard.tracking.search;

/// What a filter tests or an order compares, for example the metric `auc` or the attribute `start_time`.
///
/// @param source where its values stand
/// @param key its name; of an attribute the one that [SearchGrammar] names first, never an alias
/// @param type what its values are
public record SearchField(Source source, String key, ValueType type) {
    /// Names an attribute.
    ///
    /// @param key its name
    /// @param type what its values are
    /// @return the field
    public static SearchField attribute(String key, ValueType type) {
        return new SearchField(Source.ATTRIBUTE, key, type);
    }

    /// Names a metric.
    ///
    /// @param key its key
    /// @return the field
    public static SearchField metric(String key) {
        return new SearchField(Source.METRIC, key, ValueType.NUMBER);
    }

    /// Names a parameter.
    ///
    /// @param key its key
    /// @return the field
    public static SearchField param(String key) {
        return new SearchField(Source.PARAM, key, ValueType.TEXT);
    }

    /// Names a tag.
    ///
    /// @param key its key
    /// @return the field
    public static SearchField tag(String key) {
        return new SearchField(Source.TAG, key, ValueType.TEXT);
    }
}
