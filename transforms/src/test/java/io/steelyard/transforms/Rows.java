package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import java.util.List;

/// Small tables for tests.
final class Rows {
    private Rows() {}

    static Batch of(String name, Column column) {
        return new Batch(Schema.of(new Field(name, column.type())), List.of(column));
    }
}
