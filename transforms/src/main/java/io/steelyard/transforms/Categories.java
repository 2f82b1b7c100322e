package io.steelyard.transforms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The texts that a column may hold, numbered from 0 in the order of their Unicode code points (Python's order).
/// Immutable.
public final class Categories {
    private static final Comparator<String> BY_CODE_POINTS =
            Comparator.comparing(text -> text.codePoints().toArray(), Arrays::compare);

    private final List<String> names;
    private final Map<String, Integer> codes;

    private Categories(List<String> names) {
        this.names = List.copyOf(names);
        Map<String, Integer> numbered = HashMap.newHashMap(names.size());
        for (int code = 0; code < names.size(); code++) {
            numbered.put(names.get(code), code);
        }
        this.codes = numbered;
    }

    /// The categories of some texts.
    ///
    /// @param texts the texts in any order, each once or more often
    /// @return the distinct ones
    @JsonCreator
    public static Categories of(Collection<String> texts) {
        TreeSet<String> sorted = new TreeSet<>(BY_CODE_POINTS);
        sorted.addAll(texts);
        return new Categories(List.copyOf(sorted));
    }

    /// The texts in the order of their numbers.
    ///
    /// @return an immutable list
    @JsonValue
    public List<String> names() {
        return names;
    }

    /// The number of a text.
    ///
    /// @param text the text
    /// @return its number from 0; −1 where it is not among the categories
    public int code(String text) {
        return codes.getOrDefault(text, -1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Categories categories && names.equals(categories.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
