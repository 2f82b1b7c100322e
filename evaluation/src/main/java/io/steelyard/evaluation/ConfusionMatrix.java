package io.steelyard.evaluation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// What was taken for what: how many rows of each class were predicted as each class. Where rows have weights, the cells
/// hold weights. Two matrices of the same classes and cells are equal.
public final class ConfusionMatrix {
    private static final List<String> BINARY = List.of("0", "1");

    private final List<String> classes;
    private final double[][] cells;

    private ConfusionMatrix(List<String> classes, double[][] cells) {
        this.classes = classes;
        this.cells = cells;
    }

    /// A matrix from its cells.
    ///
    /// @param classes the names of the classes, each once
    /// @param cells one row a class that came true, with one cell a class that was predicted; finite, 0 or more
    /// @return the matrix
    /// @throws IllegalArgumentException where the cells are not square or one is negative or not finite
    public static ConfusionMatrix ofCells(List<String> classes, double[][] cells) {
        if (new HashSet<>(classes).size() < classes.size() || cells.length != classes.size()) {
            throw new IllegalArgumentException("there are " + cells.length + " rows of cells for the classes " + classes
                    + ", but each class needs one row, and a name of its own");
        }
        double[][] copy = new double[cells.length][];
        for (int row = 0; row < cells.length; row++) {
            copy[row] = cells[row].clone();
            if (copy[row].length != cells.length
                    || Arrays.stream(copy[row]).anyMatch(cell -> !(cell >= 0) || !Double.isFinite(cell))) {
                throw new IllegalArgumentException("the cells of class '" + classes.get(row) + "' are "
                        + Arrays.toString(copy[row]) + ", but must be " + cells.length + " finite numbers from 0");
            }
        }
        return new ConfusionMatrix(List.copyOf(classes), copy);
    }

    /// Counts rows of two classes, `0` and `1`.
    ///
    /// @param rows the rows; scores may be infinite
    /// @param threshold the least score that is predicted as 1
    /// @return the matrix
    /// @throws IllegalArgumentException where the threshold is NaN
    public static ConfusionMatrix of(BinaryRows rows, double threshold) {
        requireThreshold(threshold);
        double[][] cells = new double[2][2];
        for (int row = 0; row < rows.size(); row++) {
            cells[rows.labels()[row] == 1 ? 1 : 0][rows.scores()[row] >= threshold ? 1 : 0] +=
                    RowWeights.at(rows.weights(), row);
        }
        return new ConfusionMatrix(BINARY, cells);
    }

    /// Counts rows of two classes, `0` and `1`, that all count the same.
    ///
    /// @param labels what came true: 0 or 1, one a row
    /// @param scores what was predicted, one a row; infinities are allowed
    /// @param threshold the least score that is predicted as 1
    /// @return the matrix
    /// @throws IllegalArgumentException where there are no rows, the lengths differ, a label is not 0 or 1, or a
    ///     score or the threshold is NaN
    public static ConfusionMatrix of(double[] labels, double[] scores, double threshold) {
        return of(new BinaryRows(labels, scores), threshold);
    }

    /// Counts rows of several classes, each predicted as its most likely class.
    ///
    /// @param rows the rows
    /// @return the matrix
    public static ConfusionMatrix of(MulticlassRows rows) {
        double[][] cells = new double[rows.classes().size()][rows.classes().size()];
        for (int row = 0; row < rows.size(); row++) {
            cells[rows.labels()[row]][rows.predicted(row)] += RowWeights.at(rows.weights(), row);
        }
        return new ConfusionMatrix(rows.classes(), cells);
    }

    /// The names of the classes.
    ///
    /// @return the names in the order of their numbers
    public List<String> classes() {
        return classes;
    }

    /// One cell.
    ///
    /// @param cameTrue the number of the class that came true
    /// @param predicted the number of the class that was predicted
    /// @return how many rows, or their weight
    public double cell(int cameTrue, int predicted) {
        return cells[cameTrue][predicted];
    }

    /// How many rows there are.
    ///
    /// @return the sum of all cells
    public double total() {
        return Arrays.stream(cells).flatMapToDouble(Arrays::stream).sum();
    }

    /// How many rows were predicted right.
    ///
    /// @return the sum of the diagonal
    public double correct() {
        double correct = 0;
        for (int c = 0; c < cells.length; c++) {
            correct += cells[c][c];
        }
        return correct;
    }

    /// How many rows of a class there are.
    ///
    /// @param number the class that came true
    /// @return the sum of its cells
    public double support(int number) {
        return Arrays.stream(cells[number]).sum();
    }

    /// How many rows were predicted as a class.
    ///
    /// @param number the class that was predicted
    /// @return the sum of its column
    public double predicted(int number) {
        double sum = 0;
        for (double[] row : cells) {
            sum += row[number];
        }
        return sum;
    }

    /// The share of rows that were predicted right.
    ///
    /// @return from 0 to 1; NaN where there are no rows
    public double accuracy() {
        return correct() / total();
    }

    /// The share of the rows predicted as a class that came true as it.
    ///
    /// @param number the class
    /// @return from 0 to 1; 0 where no row was predicted as it, as in scikit-learn
    public double precision(int number) {
        return shareOrZero(cells[number][number], predicted(number));
    }

    /// The share of the rows that came true as a class that were predicted as it.
    ///
    /// @param number the class
    /// @return from 0 to 1; 0 where no row came true as it, as in scikit-learn
    public double recall(int number) {
        return shareOrZero(cells[number][number], support(number));
    }

    /// The harmonic mean of a class's precision and recall.
    ///
    /// @param number the class
    /// @return from 0 to 1; 0 where no row was predicted as it and none came true as it, as in scikit-learn
    public double f1(int number) {
        return shareOrZero(2 * cells[number][number], support(number) + predicted(number));
    }

    /// The mean recall of the classes that came true.
    ///
    /// @return from 0 to 1; NaN where there are no rows
    public double balancedAccuracy() {
        double sum = 0;
        int present = 0;
        for (int c = 0; c < cells.length; c++) {
            if (support(c) > 0) {
                sum += recall(c);
                present++;
            }
        }
        return sum / present;
    }

    /// The correlation coefficient of Matthews, for several classes that of Gorodkin
    /// ([doi:10.1016/j.compbiolchem.2004.09.006](https://doi.org/10.1016/j.compbiolchem.2004.09.006)).
    ///
    /// @return from −1 to 1, best; 0 where only one class came true or only one was predicted, as in scikit-learn
    public double matthewsCorrelation() {
        double total = total();
        double both = 0;
        double squaredPredicted = 0;
        double squaredTrue = 0;
        for (int c = 0; c < cells.length; c++) {
            both += support(c) * predicted(c);
            squaredPredicted += predicted(c) * predicted(c);
            squaredTrue += support(c) * support(c);
        }
        double spread = (total * total - squaredPredicted) * (total * total - squaredTrue);
        return spread == 0 ? 0 : (correct() * total - both) / Math.sqrt(spread);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix that
                && classes.equals(that.classes)
                && Arrays.deepEquals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return 31 * classes.hashCode() + Arrays.deepHashCode(cells);
    }

    /// The matrix as a table for people: a line for each class that came true, a column for each that was predicted.
    ///
    /// @return lines parted by `\n`, without one at the end
    @Override
    public String toString() {
        return ConfusionTable.of(this);
    }

    static void requireThreshold(double threshold) {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("the threshold is NaN, but must be a number; 0.5 is usual");
        }
    }

    static double shareOrZero(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
