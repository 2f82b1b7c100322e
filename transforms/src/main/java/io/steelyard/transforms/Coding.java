package io.steelyard.transforms;

import io.steelyard.data.Batch;
import org.jspecify.annotations.Nullable;

/// Reads a categorical column of a batch as codes.
abstract sealed class Coding {
    /// Stands for a missing value.
    static final int MISSING = -1;

    /// Stands for a value that is no category.
    static final int UNSEEN = -2;

    /// A coding of a column.
    ///
    /// @param rows the rows
    /// @param column the column
    /// @param categories the categories, by code
    /// @param infrequent those that share the code `categories.size()`; may be empty
    /// @throws io.steelyard.data.DataException where the column is missing or of another type than the categories
    static Coding of(Batch rows, String column, Categories categories, Categories infrequent) {
        return switch (categories.size() == 0 ? infrequent : categories) {
            case TextCategories any -> new Texts(rows.strings(column).values(), texts(categories), texts(infrequent));
            case NumberCategories any -> new Numbers(rows.doubles(column), numbers(categories), numbers(infrequent));
        };
    }

    /// Checks that two lists can stand for one column.
    static void requireOneKind(String column, Categories categories, Categories infrequent) {
        if (categories.size() > 0 && infrequent.size() > 0 && categories.getClass() != infrequent.getClass()) {
            throw new IllegalArgumentException("the categories of '" + column
                    + "' must be all text or all numbers, not " + categories + " and " + infrequent);
        }
    }

    /// The code of a row: [#MISSING], [#UNSEEN], or from 0 to `categories.size()`.
    abstract int code(int row);

    /// The codes of rows from one (included) to another (not included), written from the array's beginning.
    final void read(int from, int to, int[] codes) {
        for (int row = from; row < to; row++) {
            codes[row - from] = code(row);
        }
    }

    /// The value of a row that is not missing, for a message.
    abstract String spelled(int row);

    private static TextCategories texts(Categories categories) {
        return categories instanceof TextCategories texts ? texts : new TextCategories(java.util.List.of());
    }

    private static NumberCategories numbers(Categories categories) {
        return categories instanceof NumberCategories numbers ? numbers : new NumberCategories(java.util.List.of());
    }

    private static final class Texts extends Coding {
        private final @Nullable String[] values;
        private final TextCategories categories;
        private final TextCategories infrequent;

        Texts(@Nullable String[] values, TextCategories categories, TextCategories infrequent) {
            this.values = values;
            this.categories = categories;
            this.infrequent = infrequent;
        }

        @Override
        int code(int row) {
            String value = values[row];
            if (value == null) {
                return MISSING;
            }
            int code = categories.code(value);
            if (code >= 0) {
                return code;
            }
            return infrequent.code(value) >= 0 ? categories.size() : UNSEEN;
        }

        @Override
        String spelled(int row) {
            return String.valueOf(values[row]);
        }
    }

    private static final class Numbers extends Coding {
        private final double[] values;
        private final NumberCategories categories;
        private final NumberCategories infrequent;

        Numbers(double[] values, NumberCategories categories, NumberCategories infrequent) {
            this.values = values;
            this.categories = categories;
            this.infrequent = infrequent;
        }

        @Override
        int code(int row) {
            double value = values[row];
            if (Double.isNaN(value)) {
                return MISSING;
            }
            int code = categories.code(value);
            if (code >= 0) {
                return code;
            }
            return infrequent.code(value) >= 0 ? categories.size() : UNSEEN;
        }

        @Override
        String spelled(int row) {
            return NumberCategories.name(values[row]);
        }
    }
}
