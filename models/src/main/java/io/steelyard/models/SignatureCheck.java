package io.steelyard.models;

import io.steelyard.data.Batch;
import io.steelyard.data.BooleanColumn;
import io.steelyard.data.Column;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.LongColumn;
import io.steelyard.data.StringColumn;
import io.steelyard.data.TimestampColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Holds rows against a signature, by MLflow's rules: columns are found by their names in any order, others are ignored, an
/// optional one may be lacking, and a type may stand for another only where no value can change: whole numbers for floating
/// point. Differs from MLflow in that 64-bit whole numbers may stand for doubles as long as each of them is one (from -2⁵³ to
/// 2⁵³).
final class SignatureCheck {
    private static final long LARGEST_EXACT = 1L << 53;

    private SignatureCheck() {}

    /// The signature's columns in its order and of its types.
    ///
    /// @throws DataException where a column is lacking, or is of a type that cannot stand for the signature's
    static Batch inputs(Signature signature, Batch rows) {
        List<Column> columns = new ArrayList<>();
        for (Field field : signature.inputs().fields()) {
            columns.add(column(signature, rows, field));
        }
        return new Batch(signature.inputs(), columns);
    }

    private static Column column(Signature signature, Batch rows, Field field) {
        OptionalInt at = rows.schema().indexOf(field.name());
        if (at.isPresent()) {
            return cast(rows.columns().get(at.getAsInt()), field);
        }
        if (signature.optional().contains(field.name())) {
            return missing(field.type(), rows.rows());
        }
        throw new DataException(
                DataException.Kind.MISSING_COLUMN,
                "no column '" + field.name() + "': the model takes it as "
                        + field.type().spelling() + ", but the rows have the columns "
                        + rows.schema().names());
    }

    private static Column cast(Column column, Field field) {
        if (column.type() == field.type()) {
            return column;
        }
        if (field.type() == ColumnType.DOUBLE && column instanceof LongColumn wholes) {
            return doubles(wholes, field.name());
        }
        throw new DataException(
                DataException.Kind.WRONG_TYPE,
                "column '" + field.name() + "' is of type " + column.type().spelling() + ", but the model takes "
                        + field.type().spelling());
    }

    private static DoubleColumn doubles(LongColumn wholes, String name) {
        double[] values = new double[wholes.size()];
        for (int row = 0; row < values.length; row++) {
            long whole = wholes.values()[row];
            if (wholes.isMissing(row)) {
                values[row] = Double.NaN;
            } else if (whole < -LARGEST_EXACT || whole > LARGEST_EXACT) {
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "column '" + name + "' holds " + whole + " in row " + (row + 1)
                                + ", but the model takes double, which has no such number");
            } else {
                values[row] = whole;
            }
        }
        return new DoubleColumn(values);
    }

    private static Column missing(ColumnType type, int rows) {
        BitSet all = new BitSet();
        all.set(0, rows);
        return switch (type) {
            case DOUBLE -> {
                double[] values = new double[rows];
                Arrays.fill(values, Double.NaN);
                yield new DoubleColumn(values);
            }
            case LONG -> new LongColumn(new long[rows], all);
            case BOOLEAN -> new BooleanColumn(new boolean[rows], all);
            case STRING -> new StringColumn(new @Nullable String[rows]);
            case TIMESTAMP -> new TimestampColumn(new long[rows], all);
        };
    }
}
