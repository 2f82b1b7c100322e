package io.steelyard.transforms;

import io.steelyard.data.DataException;
import java.util.stream.IntStream;

/// A value that the training rows did not have, where that is an error.
final class UnseenValue {
    private UnseenValue() {}

    /// Refuses the first row whose value is no category.
    static void refuse(Coding coding, int rows, String column) {
        IntStream all = IntStream.range(0, rows);
        (rows <= 2 * Chunks.ROWS ? all : all.parallel())
                .filter(row -> coding.code(row) == Coding.UNSEEN)
                .findFirst()
                .ifPresent(row -> {
                    throw new DataException(
                            DataException.Kind.WRONG_TYPE,
                            "column '" + column + "' has the value '" + coding.spelled(row) + "' in row " + (row + 1)
                                    + ", which the training rows did not have");
                });
    }
}
