package io.steelyard.training;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.LabelledRows;
import io.steelyard.data.Schema;
import io.steelyard.models.FloatRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows ready for a learner: numbers only, after the transforms.
///
/// @param features the columns' names in order
/// @param values row after row, `labels.length * features.size()` numbers, handed over; NaN is missing
/// @param target the name of the column that the labels come from, for messages
/// @param labels one label a row, handed over; for classes the class number from 0; never NaN
/// @param weights how much each row counts, one finite number from 0 a row, handed over; missing where all count alike
public record TrainingSet(
        List<String> features, float[] values, String target, float[] labels, float @Nullable [] weights) {
    public TrainingSet {
        features = List.copyOf(features);
        if (values.length != (long) features.size() * labels.length) {
            throw new IllegalArgumentException(labels.length + " rows of " + features.size() + " features make "
                    + ((long) features.size() * labels.length) + " values, but " + values.length + " were given");
        }
        if (weights != null && weights.length != labels.length) {
            throw new IllegalArgumentException(
                    labels.length + " rows have one weight each, but " + weights.length + " were given");
        }
    }

    /// Rows as [io.steelyard.data.TableEngine#readLabelled] brings them from a table of numbers.
    ///
    /// @param rows the rows, whose arrays are handed over
    /// @return the same rows
    public static TrainingSet of(LabelledRows rows) {
        return new TrainingSet(
                rows.features().columns(), rows.features().values(), rows.target(), rows.labels(), rows.weights());
    }

    /// Rows that all count alike.
    ///
    /// @param features the columns' names in order
    /// @param values row after row, handed over; NaN is missing
    /// @param target the name of the column that the labels come from
    /// @param labels one label a row, handed over
    public TrainingSet(List<String> features, float[] values, String target, float[] labels) {
        this(features, values, target, labels, null);
    }

    /// Rows that all count alike, whose labels come from a column called `target`.
    ///
    /// @param features the columns' names in order
    /// @param values row after row, handed over; NaN is missing
    /// @param labels one label a row, handed over
    public TrainingSet(List<String> features, float[] values, float[] labels) {
        this(features, values, "target", labels, null);
    }

    /// Rows of a table.
    ///
    /// @param table numeric columns, none of them missing in the target
    /// @param target the column of the labels; all others are features
    /// @return the rows, each value rounded to a float
    /// @throws io.steelyard.data.DataException where there is no such column, or one is not numeric
    public static TrainingSet of(Batch table, String target) {
        List<String> features = table.schema().names().stream()
                .filter(name -> !name.equals(target))
                .toList();
        return new TrainingSet(features, FloatRows.of(table, features), target, FloatRows.of(table, List.of(target)));
    }

    /// The features as columns, as a model scores them.
    ///
    /// @return a new table with a column of numbers a feature
    public Batch columns() {
        int width = features.size();
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int feature = 0; feature < width; feature++) {
            double[] column = new double[rows()];
            for (int row = 0; row < column.length; row++) {
                column[row] = values[row * width + feature];
            }
            fields.add(new Field(features.get(feature), ColumnType.DOUBLE));
            columns.add(new DoubleColumn(column));
        }
        return new Batch(new Schema(fields), columns);
    }

    /// The labels as evaluations and splits take them.
    ///
    /// @return one a row, in a new array
    public double[] targets() {
        double[] targets = new double[labels.length];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = labels[row];
        }
        return targets;
    }

    /// How many rows there are.
    ///
    /// @return the number of rows
    public int rows() {
        return labels.length;
    }

    /// How much a row counts.
    ///
    /// @param row the row from 0
    /// @return its weight; 1 where there are no weights
    public float weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    /// The same rows with other weights.
    ///
    /// @param rowWeights how much each row counts, one number a row, handed over
    /// @return the rows, sharing the values and labels
    public TrainingSet withWeights(float[] rowWeights) {
        return new TrainingSet(features, values, target, labels, rowWeights);
    }

    /// Some of the rows, copied.
    ///
    /// @param chosen the rows' numbers from 0, in the order in which they are wanted; one may come twice
    /// @return those rows
    public TrainingSet take(int[] chosen) {
        int width = features.size();
        float[] taken = new float[Math.multiplyExact(chosen.length, width)];
        float[] takenLabels = new float[chosen.length];
        float[] takenWeights = weights == null ? null : new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, chosen[i] * width, taken, i * width, width);
            takenLabels[i] = labels[chosen[i]];
            if (takenWeights != null) {
                takenWeights[i] = weight(chosen[i]);
            }
        }
        return new TrainingSet(features, taken, target, takenLabels, takenWeights);
    }
}
