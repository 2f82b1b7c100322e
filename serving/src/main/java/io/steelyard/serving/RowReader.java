package io.steelyard.serving;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.data.Field;
import io.steelyard.data.Nearest;
import io.steelyard.data.Schema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads rows in JSON into a model's input columns. A row is a list of values in the signature's order, or an object of values by
/// column name; every column must be there, and null is a missing value.
final class RowReader {
    private final Schema schema;
    private final Map<String, Integer> positions;
    private final ColumnBuffer[] columns;
    private int rows;

    RowReader(ServedModel model) {
        this.schema = model.signature().inputs();
        this.positions = model.positions();
        this.columns = new ColumnBuffer[schema.fields().size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = ColumnBuffer.of(schema.fields().get(i).type());
        }
    }

    int rows() {
        return rows;
    }

    Batch build() {
        List<Column> built = new ArrayList<>(columns.length);
        for (ColumnBuffer column : columns) {
            built.add(column.build(rows));
        }
        return new Batch(schema, built);
    }

    /// Reads the value at which the parser stands as the next row.
    ///
    /// @param place what the row is called in messages
    void read(JsonParser parser, Place place) {
        switch (parser.currentToken()) {
            case START_ARRAY -> readList(parser, place);
            case START_OBJECT -> readObject(parser, place);
            default ->
                throw ServingException.invalid(
                        place + " must be a list of values in the order of the model's columns, or an "
                                + "object of values by column name, not " + JsonText.found(parser));
        }
        rows++;
    }

    private void readList(JsonParser parser, Place place) {
        int count = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (count < columns.length) {
                set(count, token, parser, place, "[" + count + "] '");
            } else {
                parser.skipChildren();
            }
            count++;
        }
        if (count != columns.length) {
            throw ServingException.invalid(place + (count == 1 ? " has 1 value" : " has " + count + " values")
                    + ", but the model takes " + columns.length + ": " + String.join(", ", schema.names()));
        }
    }

    private void readObject(JsonParser parser, Place place) {
        BitSet seen = new BitSet(columns.length);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Integer position = positions.get(name);
            if (position == null) {
                throw ServingException.invalid(place + " has an unknown column '" + JsonText.quote(name) + "'"
                        + Nearest.to(name, schema.names())
                                .map(nearest -> "; the nearest is '" + nearest + "'")
                                .orElse("; the model takes " + String.join(", ", schema.names())));
            }
            if (seen.get(position)) {
                throw ServingException.invalid(place + " names column '" + name + "' twice");
            }
            seen.set(position);
            set(position, parser.nextToken(), parser, place, " '");
        }
        int absent = seen.nextClearBit(0);
        if (absent < columns.length) {
            throw ServingException.invalid(place + " lacks column '"
                    + schema.fields().get(absent).name() + "'; write null where a value is missing");
        }
    }

    private void set(int column, JsonToken token, JsonParser parser, Place place, String before) {
        if (token == JsonToken.VALUE_NULL) {
            columns[column].setMissing(rows);
            return;
        }
        String wanted = columns[column].set(rows, parser);
        if (wanted != null) {
            Field field = schema.fields().get(column);
            throw ServingException.invalid(
                    place + before + field.name() + "' must be " + wanted + ", not " + JsonText.found(parser));
        }
    }

    /// Where a row stands in the body: `features`, or `instances[3]`.
    record Place(String key, int index) {
        static Place of(String key) {
            return new Place(key, -1);
        }

        @Override
        public String toString() {
            return index < 0 ? key : key + "[" + index + "]";
        }
    }
}
