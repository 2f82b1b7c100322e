package io.steelyard.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows to learn from: numbers with a label each.
///
/// @param features the numbers
/// @param target the name of the column that the labels come from
/// @param labels one label a row, handed over; never NaN
/// @param weights how much each row counts, one number a row, handed over; null where all count alike
public record LabelledRows(FloatMatrix features, String target, float[] labels, float @Nullable [] weights) {
    public LabelledRows {
        if (labels.length != features.rows() || (weights != null && weights.length != features.rows())) {
            throw new IllegalArgumentException(
                    features.rows() + " rows have one label and one weight each, but " + labels.length + " labels"
                            + (weights == null ? "" : " and " + weights.length + " weights") + " were given");
        }
    }

    static LabelledRows read(TableEngine engine, String table, LabelledColumns columns) {
        long rows = engine.rows(table);
        if (rows == 0) {
            throw new DataException(DataException.Kind.EMPTY, "the table '" + table + "' has no rows to learn from");
        }
        FloatMatrixBuilder features = new FloatMatrixBuilder(columns.features(), rows);
        FloatMatrixBuilder labels = new FloatMatrixBuilder(List.of(columns.target()), rows);
        String weight = columns.weight();
        FloatMatrixBuilder weights = weight == null ? null : new FloatMatrixBuilder(List.of(weight), rows);
        long done = 0;
        try (BatchReader reader = MatrixRead.open(engine, table, columns.all())) {
            while (reader.hasNext()) {
                Batch batch = reader.next();
                requirePresent(batch, columns.target(), done);
                if (weight != null) {
                    requirePresent(batch, weight, done);
                }
                features.add(batch);
                labels.add(batch);
                if (weights != null) {
                    weights.add(batch);
                }
                done += batch.rows();
            }
        }
        return new LabelledRows(
                features.build(),
                columns.target(),
                labels.build().values(),
                weights == null ? null : weights.build().values());
    }

    private static void requirePresent(Batch batch, String name, long before) {
        Column column = batch.column(name);
        for (int row = 0; row < batch.rows(); row++) {
            if (column.isMissing(row)) {
                throw new DataException(
                        DataException.Kind.MALFORMED,
                        "column '" + name + "' has no value in row " + (before + row + 1)
                                + ", but every row needs one\nLeave such rows out, for example by a view with WHERE "
                                + Sql.name(name) + " IS NOT NULL");
            }
        }
    }
}
