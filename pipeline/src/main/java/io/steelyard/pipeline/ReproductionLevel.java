package io.steelyard.pipeline;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// How far a repetition of a run can be equal to it, the furthest back first.
public enum ReproductionLevel {
    /// Every file, parameter and setting is what it was.
    INPUTS,
    /// The files of the model are equal to the last bit.
    MODEL,
    /// The model answers the stored probe with the same bits.
    PREDICTIONS,
    /// The metrics of the test rows are equal, or within the tolerance.
    METRICS;

    /// The level as users write it.
    ///
    /// @return the name in small letters
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a list.
    ///
    /// @param text levels divided by commas, for example `inputs,metrics`
    /// @return the levels
    /// @throws IllegalArgumentException for a level that is none
    public static Set<ReproductionLevel> list(String text) {
        EnumSet<ReproductionLevel> levels = EnumSet.noneOf(ReproductionLevel.class);
        for (String part : text.split(",", -1)) {
            levels.add(Arrays.stream(values())
                    .filter(level -> level.spelling().equals(part.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'" + part.strip()
                            + "' is no level of reproduction: known are "
                            + Arrays.stream(values())
                                    .map(ReproductionLevel::spelling)
                                    .collect(Collectors.joining(", ")))));
        }
        return Collections.unmodifiableSet(levels);
    }
}
