package io.steelyard.models;

import io.steelyard.data.Field;
import io.steelyard.models.graph.Attribute;
import io.steelyard.models.graph.ElementType;
import io.steelyard.models.graph.OnnxGraph;
import io.steelyard.models.graph.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The columns of a growing graph by their names, each a value of the shape (rows, 1). Missing is NaN among numbers, the
/// empty text among texts, and the least whole number among instants.
final class OnnxColumns {
    /// The columns' kinds. A closed set.
    enum Kind {
        /// Doubles.
        NUMBER,
        /// Texts.
        TEXT,
        /// Microseconds since 1970 in UTC.
        INSTANT
    }

    private record Held(Kind kind, String value) {}

    private static final List<Integer> ONE = List.of(1);

    private final OnnxGraph graph = new OnnxGraph();
    private final Map<String, Held> columns = new HashMap<>();
    private final String column;

    OnnxColumns() {
        column = graph.constant("column", Tensor.longs(List.of(2), -1, 1));
    }

    OnnxGraph graph() {
        return graph;
    }

    /// Adds an input of the graph. Where a whole number is missing, it is the least of 64 bits.
    void input(Field field) {
        switch (field.type()) {
            case DOUBLE -> put(field.name(), Kind.NUMBER, raw(field, ElementType.DOUBLE));
            case LONG -> {
                String whole = raw(field, ElementType.INT64);
                String missing = graph.node("Equal", List.of(whole, whole(Long.MIN_VALUE)));
                put(field.name(), Kind.NUMBER, where(missing, number(Double.NaN), cast(whole, ElementType.DOUBLE)));
            }
            case BOOLEAN -> put(field.name(), Kind.NUMBER, cast(raw(field, ElementType.BOOL), ElementType.DOUBLE));
            case STRING -> put(field.name(), Kind.TEXT, raw(field, ElementType.STRING));
            case TIMESTAMP -> put(field.name(), Kind.INSTANT, raw(field, ElementType.INT64));
        }
    }

    private String raw(Field field, ElementType type) {
        return graph.node("Reshape", List.of(graph.input(field.name(), type), column));
    }

    void put(String name, Kind kind, String value) {
        columns.put(name, new Held(kind, value));
    }

    void keepOnly(List<String> names) {
        names.forEach(this::held);
        columns.keySet().retainAll(names);
    }

    void remove(String name) {
        columns.remove(name);
    }

    Kind kind(String name) {
        return held(name).kind;
    }

    String numbers(String name) {
        return of(name, Kind.NUMBER);
    }

    String texts(String name) {
        return of(name, Kind.TEXT);
    }

    String instants(String name) {
        return of(name, Kind.INSTANT);
    }

    private String of(String name, Kind kind) {
        Held held = held(name);
        if (held.kind != kind) {
            throw new IllegalArgumentException("column '" + name + "' holds a " + held.kind + ", not a " + kind);
        }
        return held.value;
    }

    private Held held(String name) {
        Held held = columns.get(name);
        if (held == null) {
            throw new IllegalArgumentException("there is no column '" + name + "'");
        }
        return held;
    }

    /// The columns side by side.
    String matrix(List<String> names) {
        return sideBySide(names.stream().map(this::numbers).toList());
    }

    String sideBySide(List<String> values) {
        return graph.node("Concat", values, Attribute.of("axis", 1));
    }

    String number(double value) {
        return graph.constant("number", Tensor.doubles(ONE, value));
    }

    String whole(long value) {
        return graph.constant("whole", Tensor.longs(ONE, value));
    }

    String cast(String value, ElementType type) {
        return graph.node("Cast", List.of(value), Attribute.of("to", type.number()));
    }

    String where(String condition, String yes, String no) {
        return graph.node("Where", List.of(condition, yes, no));
    }

    /// How many columns of a matrix of truths hold, as doubles.
    String count(String truths) {
        String axis = graph.constant("axis", Tensor.longs(ONE, 1));
        return graph.node("ReduceSum", List.of(cast(truths, ElementType.DOUBLE), axis));
    }
}
