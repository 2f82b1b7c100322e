package io.steelyard.data;

import java.util.List;

/// Fills a matrix of known size batch by batch, so that it is never held twice. One thread at a time.
public final class FloatMatrixBuilder {
    private static final int MOST_VALUES = Integer.MAX_VALUE - 8;
    /// Rows that are written together: their values stay in the processor's cache while column after column is written.
    private static final int ROWS_TOGETHER = 512;

    private final List<String> columns;
    private final int rows;
    private final float[] values;
    private int filled;

    /// A matrix to be filled.
    ///
    /// @param columns the names of the columns to take from each batch, at least one
    /// @param rows how many rows will come
    /// @throws DataException of kind [DataException.Kind#UNREADABLE] where there are more values than an array can hold,
    ///     2,147,483,639
    public FloatMatrixBuilder(List<String> columns, long rows) {
        this.columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a matrix needs at least one column");
        }
        if (rows > MOST_VALUES / columns.size()) {
            throw new DataException(
                    DataException.Kind.UNREADABLE,
                    rows + " rows of " + columns.size() + " columns are more than the " + MOST_VALUES
                            + " values that a matrix can hold\nChoose fewer rows or columns");
        }
        this.rows = Math.toIntExact(rows);
        this.values = new float[this.rows * columns.size()];
    }

    /// Adds rows.
    ///
    /// @param batch rows that have the matrix's columns, all of them numeric; it may have more columns
    /// @throws DataException where a column is not there or not numeric, where a finite number is beyond the range of a
    ///     float, or where more rows come than were announced
    public void add(Batch batch) {
        int count = batch.rows();
        if (count > rows - filled) {
            throw new DataException(
                    DataException.Kind.UNREADABLE,
                    "more than the expected " + rows + " rows came: the table changed while it was read");
        }
        double[][] sources = columns.stream().map(batch::doubles).toArray(double[][]::new);
        int width = sources.length;
        for (int from = 0; from < count; from += ROWS_TOGETHER) {
            int to = Math.min(count, from + ROWS_TOGETHER);
            for (int column = 0; column < width; column++) {
                write(sources[column], from, to, (filled + from) * width + column, column);
            }
        }
        filled += count;
    }

    /// The matrix, once all rows are there.
    ///
    /// @return the matrix, with the array that was filled
    /// @throws DataException of kind [DataException.Kind#UNREADABLE] where fewer rows came than were announced
    public FloatMatrix build() {
        if (filled != rows) {
            throw new DataException(
                    DataException.Kind.UNREADABLE,
                    "only " + filled + " of the expected " + rows + " rows came: the table changed while it was read");
        }
        return new FloatMatrix(columns, rows, values);
    }

    private void write(double[] source, int from, int to, int at, int column) {
        int width = columns.size();
        int target = at;
        for (int row = from; row < to; row++) {
            float value = (float) source[row];
            if (Float.isInfinite(value) && !Double.isInfinite(source[row])) {
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "column '" + columns.get(column) + "' holds " + source[row] + " in row " + (filled + row + 1L)
                                + ", which is beyond the range of a float (3.4e38)\nScale the column");
            }
            values[target] = value;
            target += width;
        }
    }
}
