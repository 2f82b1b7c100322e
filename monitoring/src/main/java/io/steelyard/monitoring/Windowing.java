package io.steelyard.monitoring;

/// How predictions are put into windows by their event time in UTC.
public enum Windowing {
    /// By calendar month, named for example `2013-10`.
    MONTH("%Y-%m"),
    /// By ISO-8601 week, named by the week's own year, for example `2013-W40`.
    ISO_WEEK("%G-W%V");

    private final String pattern;

    Windowing(String pattern) {
        this.pattern = pattern;
    }

    /// The pattern of `strftime` that names a window.
    String pattern() {
        return pattern;
    }
}
