package io.steelyard.tracking.search;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into tokens.
final class Lexer {
    private static final String OPERATOR_CHARACTERS = "=!<>~";
    private static final String WORD_CHARACTERS = "_.-/:";

    private final SearchText source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(SearchText source) {
        this.source = source;
        text = source.text();
    }

    /// @return the tokens, the last of kind END
    static List<Token> tokens(SearchText source) {
        Lexer lexer = new Lexer(source);
        while (lexer.skipBlanks()) {
            lexer.next();
        }
        lexer.add(Token.Kind.END, lexer.at);
        return lexer.tokens;
    }

    private boolean skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private void next() {
        char c = text.charAt(at);
        switch (c) {
            case '\'' -> quoted(Token.Kind.TEXT);
            case '"' -> quoted(Token.Kind.TEXT_OR_NAME);
            case '`' -> quoted(Token.Kind.QUOTED_NAME);
            case '(' -> add(Token.Kind.OPEN, at + 1);
            case ')' -> add(Token.Kind.CLOSE, at + 1);
            case ',' -> add(Token.Kind.COMMA, at + 1);
            default -> {
                int number = numberEnd();
                if (OPERATOR_CHARACTERS.indexOf(c) >= 0) {
                    add(Token.Kind.OPERATOR, endOf(OPERATOR_CHARACTERS));
                } else if (number > at && !isWord(number)) {
                    add(Token.Kind.NUMBER, number);
                } else if (isWord(at)) {
                    add(Token.Kind.WORD, wordEnd());
                } else {
                    String unknown = text.substring(at, text.offsetByCodePoints(at, 1));
                    throw source.unreadable(
                            at,
                            "'" + unknown + "' means nothing here: a name with such a character stands in `backticks`");
                }
            }
        }
    }

    private void quoted(Token.Kind kind) {
        char quote = text.charAt(at);
        int end = at + 1;
        while (true) {
            end = text.indexOf(quote, end);
            if (end < 0) {
                throw source.unreadable(at, "The quote " + quote + " is not closed");
            }
            if (end + 1 == text.length() || text.charAt(end + 1) != quote) {
                break;
            }
            end += 2;
        }
        String inside = text.substring(at + 1, end);
        String one = Character.toString(quote);
        String value = inside.replace(one + one, one);
        if (value.indexOf('\0') >= 0) {
            throw source.unreadable(at, "There is no character U+0000 in a text");
        }
        tokens.add(new Token(kind, text.substring(at, end + 1), value, at));
        at = end + 1;
    }

    private void add(Token.Kind kind, int end) {
        String piece = text.substring(at, end);
        tokens.add(new Token(kind, piece, piece, at));
        at = end;
    }

    private boolean isWord(int place) {
        return place < text.length()
                && (Character.isLetterOrDigit(text.codePointAt(place))
                        || WORD_CHARACTERS.indexOf(text.charAt(place)) >= 0);
    }

    private int wordEnd() {
        int end = at;
        while (isWord(end)) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private int endOf(String characters) {
        int end = at;
        while (end < text.length() && characters.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /// @return where the number ends that begins here; here where none begins
    private int numberEnd() {
        int start = sign(at);
        int whole = digits(start);
        int end = whole;
        if (whole < text.length() && text.charAt(whole) == '.') {
            end = digits(whole + 1);
            if (end == whole + 1 && whole == start) {
                return at;
            }
        } else if (whole == start) {
            return at;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = sign(end + 1);
            int exponentEnd = digits(exponent);
            end = exponentEnd > exponent ? exponentEnd : end;
        }
        return end;
    }

    private int sign(int from) {
        return from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+') ? from + 1 : from;
    }

    private int digits(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
