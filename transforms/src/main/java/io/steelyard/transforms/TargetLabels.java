package io.steelyard.transforms;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The labels that one encoded column comes from.
///
/// @param name the name of that column
/// @param values one label a row
record TargetLabels(String name, double[] values) {
    /// One for a binary target and for a number; for classes one each, whether a row is of it.
    static List<TargetLabels> of(String column, Target target) {
        return switch (target.kind()) {
            case BINARY, NUMBER -> List.of(new TargetLabels(column, target.values()));
            case CLASSES -> {
                int classes = 1 + (int) Arrays.stream(target.values()).max().orElse(0);
                yield IntStream.range(0, classes)
                        .mapToObj(c -> new TargetLabels(
                                column + "_" + c,
                                Arrays.stream(target.values())
                                        .map(label -> label == c ? 1 : 0)
                                        .toArray()))
                        .toList();
            }
        };
    }
}
