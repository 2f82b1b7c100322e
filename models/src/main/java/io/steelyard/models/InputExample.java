package io.steelyard.models;

import io.steelyard.data.Batch;
import io.steelyard.data.BooleanColumn;
import io.steelyard.data.Column;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.LongColumn;
import io.steelyard.data.StringColumn;
import io.steelyard.data.TimestampColumn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A few rows as pandas writes a data frame in its orientation `split`: the columns' names, then row after row, a
/// missing value null, an
/// instant as ISO 8601 text.
final class InputExample {
    static final String FILE = "input_example.json";

    private static final JsonMapper JSON = JsonMapper.shared();

    private InputExample() {}

    static byte[] write(Batch rows) {
        ObjectNode split = JSON.createObjectNode();
        ArrayNode columns = split.putArray("columns");
        rows.schema().names().forEach(columns::add);
        ArrayNode data = split.putArray("data");
        for (int row = 0; row < rows.rows(); row++) {
            ArrayNode values = data.addArray();
            for (Column column : rows.columns()) {
                add(values, column, row);
            }
        }
        return JSON.writeValueAsBytes(split);
    }

    private static void add(ArrayNode values, Column column, int row) {
        if (column.isMissing(row)) {
            values.addNull();
            return;
        }
        switch (column) {
            case DoubleColumn c -> values.add(c.values()[row]);
            case LongColumn c -> values.add(c.values()[row]);
            case BooleanColumn c -> values.add(c.values()[row]);
            case StringColumn c -> values.add(c.values()[row]);
            case TimestampColumn c ->
                values.add(
                        Instant.EPOCH.plus(c.values()[row], ChronoUnit.MICROS).toString());
        }
    }
}
