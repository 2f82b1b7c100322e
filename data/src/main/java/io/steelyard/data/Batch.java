package io.steelyard.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Rows of a table, column by column: a whole small table, or one chunk of a large one. Immutable as long as nobody
/// writes to
/// the columns' arrays, and then safe to share between threads.
///
/// @param schema the columns' names and types
/// @param columns the values, one column a field of the schema, of its type, all of the same size
public record Batch(Schema schema, List<Column> columns) {
    public Batch {
        columns = List.copyOf(columns);
        if (columns.size() != schema.fields().size()) {
            throw new IllegalArgumentException(
                    "the schema has " + schema.fields().size() + " columns, but " + columns.size() + " were given");
        }
        for (int i = 0; i < columns.size(); i++) {
            Field field = schema.fields().get(i);
            Column column = columns.get(i);
            if (column.type() != field.type()) {
                throw DataException.wrongType(
                        field.name(), column.type(), field.type().spelling());
            }
            if (column.size() != columns.getFirst().size()) {
                throw new IllegalArgumentException("column '" + field.name() + "' has " + column.size() + " rows, but '"
                        + schema.fields().getFirst().name() + "' has "
                        + columns.getFirst().size());
            }
        }
    }

    /// A batch of no rows.
    ///
    /// @param schema its columns
    /// @return the batch
    public static Batch empty(Schema schema) {
        return new Batch(
                schema,
                schema.fields().stream().map(field -> emptyColumn(field.type())).toList());
    }

    /// How many rows there are.
    ///
    /// @return the number of rows; 0 where there are no columns
    public int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().size();
    }

    /// The column of a name.
    ///
    /// @param name the column's name
    /// @return the column
    /// @throws DataException of kind [DataException.Kind#MISSING_COLUMN] where it is not there
    public Column column(String name) {
        return columns.get(schema.require(name));
    }

    /// The values of a numeric column as numbers: missing becomes NaN, true 1 and false 0. An integer beyond 2^53 is
    /// rounded.
    ///
    /// @param name the column's name
    /// @return an array of [#rows()] values, which may be the column's own: read it, do not write to it
    /// @throws DataException where the column is not there or is not numeric
    public double[] doubles(String name) {
        return switch (column(name)) {
            case DoubleColumn c -> c.values();
            case LongColumn c -> {
                double[] values = new double[c.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = c.values()[i];
                }
                yield missingAsNaN(values, c.missing());
            }
            case BooleanColumn c -> {
                double[] values = new double[c.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = c.values()[i] ? 1 : 0;
                }
                yield missingAsNaN(values, c.missing());
            }
            case StringColumn c -> throw DataException.wrongType(name, c.type(), "a number");
            case TimestampColumn c -> throw DataException.wrongType(name, c.type(), "a number");
        };
    }

    /// The values of a text column.
    ///
    /// @param name the column's name
    /// @return the column
    /// @throws DataException where the column is not there or is not text
    public StringColumn strings(String name) {
        Column column = column(name);
        if (column instanceof StringColumn strings) {
            return strings;
        }
        throw DataException.wrongType(name, column.type(), "string");
    }

    /// The values of a column of instants.
    ///
    /// @param name the column's name
    /// @return the column
    /// @throws DataException where the column is not there or is not of instants
    public TimestampColumn timestamps(String name) {
        Column column = column(name);
        if (column instanceof TimestampColumn timestamps) {
            return timestamps;
        }
        throw DataException.wrongType(name, column.type(), "timestamp");
    }

    /// This batch with a column more, or with a column of that name replaced where it stands.
    ///
    /// @param name the column's name
    /// @param column its values, [#rows()] of them
    /// @return a new batch that shares the other columns
    public Batch with(String name, Column column) {
        List<Field> fields = new ArrayList<>(schema.fields());
        List<Column> values = new ArrayList<>(columns);
        Field field = new Field(name, column.type());
        schema.indexOf(name)
                .ifPresentOrElse(
                        i -> {
                            fields.set(i, field);
                            values.set(i, column);
                        },
                        () -> {
                            fields.add(field);
                            values.add(column);
                        });
        return new Batch(new Schema(fields), values);
    }

    /// Some columns, in the order given.
    ///
    /// @param names the columns' names
    /// @return a new batch that shares the columns
    /// @throws DataException of kind [DataException.Kind#MISSING_COLUMN] where one is not there
    public Batch select(List<String> names) {
        int[] positions = names.stream().mapToInt(schema::require).toArray();
        return new Batch(
                new Schema(
                        Arrays.stream(positions).mapToObj(schema.fields()::get).toList()),
                Arrays.stream(positions).mapToObj(columns::get).toList());
    }

    /// The rows at some positions, in the order given.
    ///
    /// @param rows positions from 0; one may stand more than once
    /// @return a new batch of `rows.length` rows
    public Batch take(int[] rows) {
        return new Batch(schema, columns.stream().map(c -> c.take(rows)).toList());
    }

    /// The rows from one position to before another.
    ///
    /// @param from the first row, from 0
    /// @param to the row behind the last one
    /// @return a new batch of `to - from` rows
    public Batch slice(int from, int to) {
        return take(IntStream.range(from, to).toArray());
    }

    private static Column emptyColumn(ColumnType type) {
        return switch (type) {
            case DOUBLE -> new DoubleColumn(new double[0]);
            case LONG -> new LongColumn(new long[0]);
            case BOOLEAN -> new BooleanColumn(new boolean[0]);
            case STRING -> new StringColumn(new String[0]);
            case TIMESTAMP -> new TimestampColumn(new long[0]);
        };
    }

    private static double[] missingAsNaN(double[] values, BitSet missing) {
        for (int row = missing.nextSetBit(0); row >= 0; row = missing.nextSetBit(row + 1)) {
            values[row] = Double.NaN;
        }
        return values;
    }
}
