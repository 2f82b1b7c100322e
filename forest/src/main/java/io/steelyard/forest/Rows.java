package io.steelyard.forest;

/// Rows of features to be scored, in one of four layouts. The arrays are not copied: whoever changes one while it is
/// scored gets scores of a mixture. A feature's NaN is a missing value.
///
/// XGBoost's forests compare float32: doubles are rounded to the nearest float, as XGBoost does. LightGBM's compare
/// doubles.
public abstract sealed class Rows permits FloatRows, DoubleRows, FloatColumns, DoubleColumns {
    private final int count;
    private final int features;

    Rows(int count, int features) {
        this.count = count;
        this.features = features;
    }

    /// Rows one after another.
    ///
    /// @param values all values of the first row, then those of the second; may be empty
    /// @param features how many values a row has
    /// @return the rows
    /// @throws IllegalArgumentException where the values do not make whole rows
    public static Rows of(float[] values, int features) {
        return new FloatRows(values, whole(values.length, features), features);
    }

    /// Rows one after another.
    ///
    /// @param values all values of the first row, then those of the second; may be empty
    /// @param features how many values a row has
    /// @return the rows
    /// @throws IllegalArgumentException where the values do not make whole rows
    public static Rows of(double[] values, int features) {
        return new DoubleRows(values, whole(values.length, features), features);
    }

    /// Rows whose features stand in a column each.
    ///
    /// @param columns one array a feature, all of one length
    /// @return the rows
    /// @throws IllegalArgumentException where there is no column, or two are of different lengths
    public static Rows ofColumns(float[]... columns) {
        int count = columns.length == 0 ? 0 : columns[0].length;
        for (int i = 0; i < columns.length; i++) {
            equal(i, columns[i].length, count);
        }
        return new FloatColumns(columns.clone(), count, some(columns.length));
    }

    /// Rows whose features stand in a column each.
    ///
    /// @param columns one array a feature, all of one length
    /// @return the rows
    /// @throws IllegalArgumentException where there is no column, or two are of different lengths
    public static Rows ofColumns(double[]... columns) {
        int count = columns.length == 0 ? 0 : columns[0].length;
        for (int i = 0; i < columns.length; i++) {
            equal(i, columns[i].length, count);
        }
        return new DoubleColumns(columns.clone(), count, some(columns.length));
    }

    /// How many rows there are.
    ///
    /// @return the number of rows
    public final int count() {
        return count;
    }

    /// How many values a row has.
    ///
    /// @return the number of features
    public final int features() {
        return features;
    }

    /// A value, rounded to a float where it is a double.
    abstract float floatAt(int row, int feature);

    /// A value.
    abstract double doubleAt(int row, int feature);

    /// Copies a feature's values of `count` rows from row `from` on.
    abstract void copy(int feature, int from, int count, float[] into);

    /// Copies a feature's values of `count` rows from row `from` on.
    abstract void copy(int feature, int from, int count, double[] into);

    private static int whole(int values, int features) {
        if (features < 1 || values % features != 0) {
            throw new IllegalArgumentException(
                    values + " values do not make whole rows: the model takes " + features + " values a row");
        }
        return values / features;
    }

    private static int some(int columns) {
        if (columns == 0) {
            throw new IllegalArgumentException("rows need at least one column, but there is none");
        }
        return columns;
    }

    private static void equal(int column, int length, int count) {
        if (length != count) {
            throw new IllegalArgumentException(
                    "column " + column + " has " + length + " values, but column 0 has " + count);
        }
    }
}
