package io.steelyard.pipeline;

import io.steelyard.data.Batch;
import io.steelyard.data.BooleanColumn;
import io.steelyard.data.Column;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.LongColumn;
import io.steelyard.data.StringColumn;
import io.steelyard.data.TimestampColumn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Rows of a batch as JSON arrays, in the form in which the serving port takes them.
final class Cells {
    private Cells() {}

    /// A row.
    ///
    /// @param batch the rows
    /// @param columns the columns, in the order of the model's signature
    /// @param row the row from 0
    /// @return one value a column; null where it is missing
    static ArrayNode row(Batch batch, List<String> columns, int row) {
        ArrayNode cells = JsonNodeFactory.instance.arrayNode(columns.size());
        for (String name : columns) {
            Column column = batch.column(name);
            if (column.isMissing(row)) {
                cells.addNull();
                continue;
            }
            switch (column) {
                case DoubleColumn c -> cells.add(c.values()[row]);
                case LongColumn c -> cells.add(c.values()[row]);
                case BooleanColumn c -> cells.add(c.values()[row]);
                case StringColumn c -> cells.add(c.values()[row]);
                case TimestampColumn c -> cells.add(instant(c, row).toString());
            }
        }
        return cells;
    }

    /// The instant in a row.
    ///
    /// @param column the column
    /// @param row a row that is not missing
    /// @return the instant
    static Instant instant(TimestampColumn column, int row) {
        return Instant.EPOCH.plus(column.values()[row], ChronoUnit.MICROS);
    }

    /// A value as text, for example an id.
    ///
    /// @param column the column
    /// @param row a row that is not missing
    /// @return the value
    /// @throws PipelineException where the row has no value
    static String text(Column column, int row) {
        if (column.isMissing(row)) {
            throw new PipelineException("row " + row + " has no id");
        }
        return switch (column) {
            case DoubleColumn c -> Double.toString(c.values()[row]);
            case LongColumn c -> Long.toString(c.values()[row]);
            case BooleanColumn c -> Boolean.toString(c.values()[row]);
            case StringColumn c -> String.valueOf(c.values()[row]);
            case TimestampColumn c -> instant(c, row).toString();
        };
    }
}
