package io.steelyard.tracking.search;

import java.util.List;

/// Where reading stands in a list of tokens.
final class TokenReader {
    private final List<Token> tokens;
    private int at;

    TokenReader(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    Token peek() {
        return tokens.get(at);
    }

    /// @return the next token, which is then read; the end stays the end
    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    /// Reads the next token where it is this word.
    boolean take(String word) {
        if (peek().is(word)) {
            at++;
            return true;
        }
        return false;
    }
}
