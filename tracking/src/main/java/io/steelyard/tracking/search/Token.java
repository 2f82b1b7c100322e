package io.steelyard.tracking.search;

/// A piece of a filter or an order.
///
/// @param kind what it is
/// @param text as it is written, with its quotes
/// @param value what it means: without quotes, doubled ones single; else as the text
/// @param start the place of its first character
record Token(Kind kind, String text, String value, int start) {
    enum Kind {
        /// A name, a part of one or a word of the language.
        WORD,
        /// A name in backticks.
        QUOTED_NAME,
        /// A text in single quotes.
        TEXT,
        /// A text or a name in double quotes.
        TEXT_OR_NAME,
        /// A number.
        NUMBER,
        /// `=`, `!=` and so on, also ones that there are not.
        OPERATOR,
        /// `(`.
        OPEN,
        /// `)`.
        CLOSE,
        /// `,`.
        COMMA,
        /// The end.
        END
    }

    int end() {
        return start + text.length();
    }

    boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isText() {
        return kind == Kind.TEXT || kind == Kind.TEXT_OR_NAME;
    }

    boolean isNamePart() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME || kind == Kind.TEXT_OR_NAME;
    }
}
