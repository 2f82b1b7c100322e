package io.steelyard.batch;

import java.util.List;

/// Which of the source's columns stand beside the predictions.
public sealed interface KeptColumns {
    /// All columns of the source.
    record All() implements KeptColumns {}

    /// Some columns, in this order.
    ///
    /// @param names their names; none: the output holds the predictions alone
    record Named(List<String> names) implements KeptColumns {
        /// Checks and copies.
        public Named {
            names = List.copyOf(names);
            if (names.stream().distinct().count() < names.size()) {
                throw new IllegalArgumentException("a column can be kept only once, but they are " + names);
            }
        }
    }

    /// All columns.
    ///
    /// @return the choice
    static KeptColumns all() {
        return new All();
    }

    /// Some columns.
    ///
    /// @param names their names, in order
    /// @return the choice
    static KeptColumns named(List<String> names) {
        return new Named(names);
    }
}
