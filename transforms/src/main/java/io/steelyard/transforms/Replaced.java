package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.data.DataException;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A column of a batch replaced by others.
final class Replaced {
    private Replaced() {}

    /// The batch with the new columns where the old one stood.
    ///
    /// @throws DataException where the batch has a column of a new name already
    static Batch in(Batch rows, String old, List<? extends Map.Entry<String, ? extends Column>> columns) {
        int at = rows.schema().require(old);
        List<Field> fields = new ArrayList<>(rows.schema().fields());
        List<Column> values = new ArrayList<>(rows.columns());
        fields.remove(at);
        values.remove(at);
        for (Map.Entry<String, ? extends Column> column : columns) {
            for (Field field : fields) {
                if (field.name().equals(column.getKey())) {
                    throw new DataException(
                            DataException.Kind.WRONG_TYPE,
                            "'" + old + "' would become the column '" + column.getKey()
                                    + "', but there is one of that name already; rename or drop it");
                }
            }
            fields.add(at, new Field(column.getKey(), column.getValue().type()));
            values.add(at, column.getValue());
            at++;
        }
        return new Batch(new Schema(fields), values);
    }
}
