package io.steelyard.serving;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Whole numbers in JSON.
final class JsonNumbers {
    private static final double TWO_TO_63 = 0x1p63;

    private JsonNumbers() {}

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
