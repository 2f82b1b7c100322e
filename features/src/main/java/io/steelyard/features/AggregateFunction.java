package io.steelyard.features;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a window can tell of a column.
public enum AggregateFunction {
    /// How many values there are; 0 where there are none.
    COUNT,
    /// Their sum; missing where there are none. Exact for whole numbers; of fractions the last digits are the same for the
    /// same rows and options of the engine.
    SUM,
    /// Their mean; missing where there are none. The mean of a 0-1 column is a share.
    MEAN,
    /// The least; missing where there are none.
    MIN,
    /// The greatest; missing where there are none.
    MAX,
    /// The one with the latest event time, of several the greatest; missing where there are none.
    LAST;

    /// The function of a name.
    ///
    /// @param spelling for example `mean`
    /// @return the function
    /// @throws IllegalArgumentException that lists the functions where there is none of that name
    public static AggregateFunction of(String spelling) {
        for (AggregateFunction function : values()) {
            if (function.spelling().equals(spelling.toLowerCase(Locale.ROOT))) {
                return function;
            }
        }
        throw new IllegalArgumentException("no aggregate function '" + spelling + "'; there are "
                + Arrays.stream(values()).map(AggregateFunction::spelling).collect(Collectors.joining(", ")));
    }

    /// The name as people write it.
    ///
    /// @return the lower-case name
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
