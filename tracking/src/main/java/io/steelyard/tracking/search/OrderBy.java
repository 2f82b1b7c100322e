package io.steelyard.tracking.search;

import io.steelyard.tracking.LoggedModelSearch;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field to order by. In both directions a NaN stands after the numbers and what is missing at the very end.
///
/// @param field the field
/// @param direction whether the smallest or the greatest comes first
/// @param dataset of a logged model's metric: the data set that it was measured on; null: any
public record OrderBy(SearchField field, Direction direction, LoggedModelSearch.@Nullable Dataset dataset) {
    /// What comes first.
    public enum Direction {
        /// The smallest.
        ASC,
        /// The greatest.
        DESC
    }

    /// Orders by a field of something that is no logged model.
    ///
    /// @param field the field
    /// @param direction whether the smallest or the greatest comes first
    public OrderBy(SearchField field, Direction direction) {
        this(field, direction, null);
    }

    /// Compares rows: by the first of several fields, where that is equal by the next, and so on. Texts are compared
    /// character by character, as Unicode numbers them.
    ///
    /// @param order the fields
    /// @return the comparator
    public static Comparator<SearchRow> comparator(List<OrderBy> order) {
        List<OrderBy> fields = List.copyOf(order);
        return (a, b) -> {
            for (OrderBy field : fields) {
                int compared = field.compare(a, b);
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        };
    }

    private int compare(SearchRow a, SearchRow b) {
        return switch (field.type()) {
            case NUMBER -> numbers(a.sortNumber(this), b.sortNumber(this));
            case TEXT -> texts(a.sortText(this), b.sortText(this));
            case ID -> numbers(number(a.sortText(this)), number(b.sortText(this)));
        };
    }

    private static @Nullable Double number(@Nullable String id) {
        return id == null ? null : Double.valueOf(id);
    }

    private int numbers(@Nullable Double a, @Nullable Double b) {
        int kinds = Integer.compare(kind(a), kind(b));
        if (kinds != 0 || a == null || b == null) {
            return kinds;
        }
        return directed(a < b ? -1 : a > b ? 1 : 0);
    }

    private static int kind(@Nullable Double number) {
        if (number == null) {
            return 2;
        }
        return number.isNaN() ? 1 : 0;
    }

    private int texts(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        return directed(byCharacter(a, b));
    }

    private int directed(int compared) {
        return switch (direction) {
            case ASC -> compared;
            case DESC -> -compared;
        };
    }

    /// Compares texts as their bytes in UTF-8 compare. [String#compareTo] compares halves of surrogate pairs, which
    /// differs above U+FFFF.
    ///
    /// @param a a text
    /// @param b another
    /// @return negative where the first comes first, 0 where they are equal
    public static int byCharacter(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean bothSame = Character.isSurrogate(x) == Character.isSurrogate(y);
                return bothSame ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
