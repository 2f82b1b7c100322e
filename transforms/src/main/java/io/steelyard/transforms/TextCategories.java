package io.steelyard.transforms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Categories of a text column.
public final class TextCategories implements Categories {
    private final List<String> values;
    private final Map<String, Integer> codes;

    /// Categories in the order of their codes.
    ///
    /// @param values each once; may be empty
    public TextCategories(List<String> values) {
        this.values = List.copyOf(values);
        codes = HashMap.newHashMap(values.size());
        for (int code = 0; code < this.values.size(); code++) {
            if (codes.put(this.values.get(code), code) != null) {
                throw new IllegalArgumentException("the category '" + this.values.get(code) + "' stands twice");
            }
        }
    }

    /// The categories in the order of their codes.
    ///
    /// @return an immutable list
    @JsonValue
    public List<String> values() {
        return values;
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public String name(int code) {
        return values.get(code);
    }

    /// The code of a text, or -1.
    int code(String text) {
        Integer code = codes.get(text);
        return code == null ? -1 : code;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextCategories that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
