package io.steelyard.serving;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Numbers in JSON.
final class JsonNumbers {
    private static final double TWO_TO_63 = 0x1p63;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private JsonNumbers() {}

    /// Whether a text is a number as JSON writes them.
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /// The parser's current value where it is a whole number of 64 bits, `3.0` and `3e0` being such too; else null.
    static @Nullable Long whole(JsonParser value) {
        if (value.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return switch (value.getNumberType()) {
                case INT, LONG -> value.getLongValue();
                case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> null;
            };
        }
        if (value.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            double number = value.getDoubleValue();
            if (number == Math.rint(number) && number >= -TWO_TO_63 && number < TWO_TO_63) {
                return (long) number;
            }
        }
        return null;
    }
}
