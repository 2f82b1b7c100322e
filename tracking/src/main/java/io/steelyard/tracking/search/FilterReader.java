package io.steelyard.tracking.search;

import io.steelyard.tracking.TrackingException;
import java.util.ArrayList;
import java.util.List;

/// Reads a filter by recursive descent:
///
/// ```
/// any        = all {"OR" all}
/// all        = one {"AND" one}
/// one        = "NOT" one | "(" any ")" | field comparison
/// comparison = operator value | ["NOT"] "IN" "(" value {"," value} ")" | "IS" ["NOT"] "NULL"
/// ```
final class FilterReader {
    /// Each level costs some frames of the stack and of the database's own parser.
    private static final int MAX_DEPTH = 100;

    /// SQLite takes expressions that are 1,000 deep, and a long AND is as deep as it is long.
    private static final int MAX_TESTS = 300;

    private final SearchText source;
    private final TokenReader tokens;
    private final FieldReader fields;
    private final ValueReader values;
    private int depth;
    private int tests;

    private FilterReader(Grammar grammar, SearchText source) {
        this.source = source;
        tokens = new TokenReader(Lexer.tokens(source));
        fields = new FieldReader(grammar, source);
        values = new ValueReader(grammar, source, tokens);
    }

    static Filter read(Grammar grammar, String text) {
        FilterReader reader = new FilterReader(grammar, new SearchText(SearchText.Use.FILTER, text));
        if (reader.tokens.peek().kind() == Token.Kind.END) {
            return Filter.all();
        }
        Filter filter = reader.any();
        Token end = reader.tokens.peek();
        if (end.kind() != Token.Kind.END) {
            throw reader.unreadable(end, "Here AND, OR or the end was expected");
        }
        return filter;
    }

    private Filter any() {
        List<Filter> parts = new ArrayList<>();
        do {
            parts.add(all());
        } while (tokens.take("OR"));
        return parts.size() == 1 ? parts.getFirst() : new Filter.Or(parts);
    }

    private Filter all() {
        List<Filter> parts = new ArrayList<>();
        do {
            parts.add(one());
        } while (tokens.take("AND"));
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }

    private Filter one() {
        Token start = tokens.peek();
        if (start.is("NOT")) {
            deeper(tokens.next());
            Filter inner = one();
            depth--;
            return new Filter.Not(inner);
        }
        if (start.kind() == Token.Kind.OPEN) {
            deeper(tokens.next());
            Filter inner = any();
            Token close = tokens.peek();
            if (close.kind() != Token.Kind.CLOSE) {
                throw unreadable(
                        close, "Here AND, OR or the ) of the ( at character " + (start.start() + 1) + " was expected");
            }
            tokens.next();
            depth--;
            return inner;
        }
        return test();
    }

    private void deeper(Token at) {
        depth++;
        if (depth > MAX_DEPTH) {
            throw source.refuse("A filter has at most " + MAX_DEPTH + " levels of parentheses and NOT", at.start());
        }
    }

    private Filter test() {
        Token start = tokens.peek();
        if (!start.isNamePart()) {
            throw switch (start.kind()) {
                case NUMBER, TEXT ->
                    source.refuse(
                            "Invalid comparison clause. Expected 'Identifier' found '" + start.text() + "'",
                            start.start());
                case WORD, QUOTED_NAME, TEXT_OR_NAME, OPERATOR, OPEN, CLOSE, COMMA, END ->
                    unreadable(start, "Here a comparison was expected, for example metrics.auc > 0.8");
            };
        }
        tests++;
        if (tests > MAX_TESTS) {
            throw source.refuse(
                    "A filter has at most " + MAX_TESTS + " comparisons; many values of one field go into IN (…)",
                    start.start());
        }
        SearchField field = fields.tested(fields.name(tokens));
        return values.test(field, fields.rule(field.source(), field.key()), start);
    }

    private TrackingException unreadable(Token at, String advice) {
        return source.unreadable(at.start(), advice);
    }
}
