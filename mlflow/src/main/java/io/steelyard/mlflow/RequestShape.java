package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.Required;
import io.steelyard.mlflow.wire.WireJson;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a request's record says of the JSON that it is read from. Each record is looked at once.
final class RequestShape {
    /// What JSON a part is read from.
    enum Kind {
        TEXT,
        WHOLE,
        REAL,
        BOOLEAN,
        /// One of a few names; its number counts from 1, as in MLflow's protocol files.
        NAME,
        LIST,
        OBJECT
    }

    /// One part.
    ///
    /// @param name its name on the wire
    /// @param kind what it is read from
    /// @param required whether it has to be there
    /// @param parts the parts of the object, or of each object of the list; null: it has none
    /// @param names the names of the kind NAME; empty for others
    record Field(
            String name,
            Kind kind,
            boolean required,
            @Nullable RequestShape parts,
            List<String> names) {}

    private static final ClassValue<RequestShape> SHAPES = new ClassValue<>() {
        @Override
        protected RequestShape computeValue(Class<?> type) {
            return new RequestShape(type);
        }
    };

    private final Map<String, Field> fields = new LinkedHashMap<>();

    private RequestShape(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = WireJson.snakeCase(component.getName());
            Kind kind = kind(component.getType());
            Class<?> parts = kind == Kind.LIST ? itemType(component) : component.getType();
            fields.put(
                    name,
                    new Field(
                            name,
                            kind,
                            component.isAnnotationPresent(Required.class),
                            parts.isRecord() ? of(parts) : null,
                            names(parts)));
        }
    }

    static RequestShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /// @return the parts in the record's order
    Iterable<Field> fields() {
        return fields.values();
    }

    /// @return the part of a name on the wire; null: there is none
    @Nullable
    Field field(String name) {
        return fields.get(name);
    }

    private static Kind kind(Class<?> type) {
        if (type == String.class) {
            return Kind.TEXT;
        }
        if (type == Long.class) {
            return Kind.WHOLE;
        }
        if (type == Double.class) {
            return Kind.REAL;
        }
        if (type == Boolean.class) {
            return Kind.BOOLEAN;
        }
        if (type == List.class) {
            return Kind.LIST;
        }
        return type.isEnum() ? Kind.NAME : Kind.OBJECT;
    }

    private static Class<?> itemType(RecordComponent list) {
        return list.getGenericType() instanceof ParameterizedType generic
                        && generic.getActualTypeArguments()[0] instanceof Class<?> item
                ? item
                : Object.class;
    }

    private static List<String> names(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()
                : List.of();
    }
}
