package io.steelyard.serving;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// How bodies are read and how what is wrong in them is told.
final class JsonText {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private static final int LONGEST_QUOTE = 40;

    private JsonText() {}

    /// A parser that stands before the first field of the body's object.
    static JsonParser object(byte[] body) {
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body);
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw ServingException.invalid("the body is empty, but must be a JSON object");
        }
        if (first != JsonToken.START_OBJECT) {
            throw ServingException.invalid("the body must be a JSON object, not " + found(parser));
        }
        return parser;
    }

    /// Reads on after the body's object.
    static void end(JsonParser parser) {
        if (parser.nextToken() != null) {
            TokenStreamLocation at = parser.currentTokenLocation();
            throw ServingException.invalid("the body must end after its JSON object, but goes on at line "
                    + at.getLineNr() + ", column " + at.getColumnNr());
        }
    }

    static ServingException malformed(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        String reason = e.getOriginalMessage();
        if (reason.startsWith("Non-standard token")) {
            reason = reason.substring(0, reason.indexOf('\'', reason.indexOf('\'') + 1) + 1)
                    + "; write null for a missing value";
        }
        int end = reason.indexOf(" (start marker at");
        return new ServingException(
                ServingException.Kind.INVALID_REQUEST,
                "the body is not JSON" + where + ": " + (end < 0 ? reason : reason.substring(0, end)),
                e);
    }

    /// The parser's current value in words.
    static String found(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + quote(parser.getString());
            case VALUE_STRING -> "the string \"" + quote(parser.getString()) + '"';
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> parser.getString();
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            case END_ARRAY, END_OBJECT, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "something else";
        };
    }

    static String quote(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
