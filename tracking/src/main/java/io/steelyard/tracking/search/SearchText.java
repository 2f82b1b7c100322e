package io.steelyard.tracking.search;

import io.steelyard.tracking.TrackingException;

/// The text of a filter or an order, and how an error shows a place in it.
///
/// @param use what the text is
/// @param text the text
record SearchText(Use use, String text) {
    enum Use {
        FILTER,
        ORDER
    }

    /// How much an error shows before and after the place.
    private static final int AROUND = 60;

    private static final String MORE = "…";

    /// Makes the exception for what cannot be read at a place.
    TrackingException unreadable(int place, String advice) {
        String message = switch (use) {
            case FILTER -> "Invalid clause(s) in filter string: '" + text.substring(place) + "'";
            case ORDER -> "Invalid order_by clause '" + text + "'. Could not be parsed.";
        };
        return refuse(message + "\n" + advice, place);
    }

    /// Makes the exception for what is wrong at a place: what is wrong, then the text with a caret under the place.
    TrackingException refuse(String message, int place) {
        int from = Math.max(0, place - AROUND);
        int to = Math.min(text.length(), place + AROUND);
        String before = from == 0 ? "" : MORE;
        String shown = before + text.substring(from, to) + (to == text.length() ? "" : MORE);
        int caret = before.length() + place - from;
        String line = shown.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return TrackingException.invalid(
                message + "\nAt character " + (place + 1) + ":\n" + line + "\n" + " ".repeat(caret) + "^");
    }
}
