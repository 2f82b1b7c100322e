package io.steelyard.tracking.search;

import io.steelyard.tracking.TrackingException;
import io.steelyard.tracking.search.FieldRule.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what stands after a field in a comparison: the operator and the value.
///
/// @param grammar what is legal
/// @param source the text, for errors
/// @param tokens where reading stands
record ValueReader(Grammar grammar, SearchText source, TokenReader tokens) {
    Filter.Test test(SearchField field, FieldRule rule, Token start) {
        Token sign = tokens.peek();
        boolean written = sign.kind() == Token.Kind.OPERATOR || sign.is("LIKE") || sign.is("ILIKE");
        if (written) {
            tokens.next();
            return compared(field, rule, sign, sign.text().toUpperCase(Locale.ROOT));
        }
        if (tokens.take("IS")) {
            Operator operator = tokens.take("NOT") ? Operator.IS_NOT_NULL : Operator.IS_NULL;
            Token end = tokens.peek();
            if (!tokens.take("NULL")) {
                throw source.unreadable(end.start(), "After IS stands NULL or NOT NULL");
            }
            return presence(field, rule, sign, operator);
        }
        boolean not = tokens.take("NOT");
        Token word = tokens.peek();
        if (tokens.take("IN")) {
            return listed(field, rule, sign, not ? Operator.NOT_IN : Operator.IN);
        }
        if (not && (word.is("LIKE") || word.is("ILIKE"))) {
            throw refuse(
                    sign,
                    refusal(field, rule, "NOT " + word.text().toUpperCase(Locale.ROOT))
                            + "\nWrite NOT before the field: NOT " + start.text() + " " + word.text() + " …");
        }
        if (not) {
            throw source.unreadable(sign.start(), "NOT stands before a comparison or before IN");
        }
        throw source.unreadable(
                start.start(),
                "After the field '" + field.key() + "' a comparison was expected, for example "
                        + rule.operators().iterator().next().text());
    }

    private Filter.Test compared(SearchField field, FieldRule rule, Token sign, String spelled) {
        Operator operator = operator(rule, spelled);
        Token value = tokens.peek();
        if (operator == null && grammar.bareTexts() == Grammar.BareTexts.TAKEN) {
            throw refuse(sign, refusal(field, rule, spelled));
        }
        if (value.kind() == Token.Kind.OPEN) {
            list();
        } else {
            tokens.next();
        }
        Filter.Test test = switch (field.type()) {
            case NUMBER -> new Filter.NumberTest(field, orAny(operator, Operator.EQ), number(field, rule, value));
            case TEXT -> new Filter.TextTest(field, orAny(operator, Operator.EQ), text(field, value));
            case ID -> new Filter.TextTest(field, orAny(operator, Operator.EQ), id(value, text(field, value)));
        };
        if (operator == null) {
            throw refuse(sign, refusal(field, rule, spelled));
        }
        return test;
    }

    /// A value is looked at before the operator, as MLflow does, so that of two errors it is the same one.
    private static Operator orAny(@Nullable Operator operator, Operator any) {
        return operator == null ? any : operator;
    }

    private static @Nullable Operator operator(FieldRule rule, String spelled) {
        return rule.operators().stream()
                .filter(operator -> operator.text().equals(spelled))
                .findFirst()
                .orElse(null);
    }

    private Filter.Test presence(SearchField field, FieldRule rule, Token sign, Operator operator) {
        if (rule.operators().contains(operator)) {
            return new Filter.PresenceTest(field, operator);
        }
        throw refuse(
                sign,
                grammar.keyed().containsKey(Source.PARAM)
                        ? "IS NULL / IS NOT NULL is only supported for tags and params, not for '"
                                + field.source().label() + "' '" + field.key() + "'"
                        : "IS NULL / IS NOT NULL is only supported for tags, not for attribute '" + field.key() + "'");
    }

    private Filter.Test listed(SearchField field, FieldRule rule, Token sign, Operator operator) {
        Token open = tokens.peek();
        if (open.kind() != Token.Kind.OPEN) {
            throw source.unreadable(open.start(), "After IN stands a list in parentheses, for example IN ('a', 'b')");
        }
        if (!rule.operators().contains(operator)) {
            switch (field.type()) {
                case NUMBER -> number(field, rule, open);
                case TEXT, ID -> text(field, open);
            }
            throw refuse(sign, refusal(field, rule, operator.text()));
        }
        List<String> values = list();
        return new Filter.ListTest(
                field,
                operator,
                field.type() == ValueType.ID
                        ? values.stream().map(value -> id(open, value)).toList()
                        : values);
    }

    private List<String> list() {
        Token open = tokens.next();
        List<String> values = new ArrayList<>();
        while (tokens.peek().kind() != Token.Kind.CLOSE) {
            Token value = tokens.next();
            if (value.kind() == Token.Kind.NUMBER) {
                throw refuse(
                        value,
                        "While parsing a list in the query, expected string value, punctuation, or whitespace, but got"
                                + " different type in list: " + value.text());
            }
            if (!value.isText()) {
                throw illFormed(value);
            }
            values.add(value.value());
            Token between = tokens.peek();
            if (between.kind() == Token.Kind.COMMA) {
                tokens.next();
            } else if (between.kind() != Token.Kind.CLOSE) {
                throw illFormed(between);
            }
        }
        tokens.next();
        if (values.isEmpty()) {
            throw refuse(
                    open,
                    "While parsing a list in the query, expected a non-empty list of string values, but got empty list");
        }
        return values;
    }

    private TrackingException illFormed(Token at) {
        return refuse(
                at,
                "While parsing a list in the query, expected a non-empty list of string values, but got ill-formed"
                        + " list.");
    }

    private double number(SearchField field, FieldRule rule, Token value) {
        boolean attribute = field.source() == Source.ATTRIBUTE;
        boolean quoted = rule.numbers() == Numbers.WHOLE_ALSO_QUOTED && value.isText();
        if (value.kind() != Token.Kind.NUMBER && !quoted) {
            String found = value.kind() == Token.Kind.END ? "nothing" : value.text();
            throw refuse(
                    value,
                    attribute
                            ? "Expected numeric value type for numeric attribute: " + field.key() + ". Found " + found
                            : "Expected numeric value type for metric. Found " + found);
        }
        String digits = value.value();
        boolean whole = digits.chars().allMatch(c -> "+-0123456789".indexOf(c) >= 0);
        if (rule.numbers() != Numbers.ANY && !whole) {
            throw refuse(value, "Invalid value for numeric attribute '" + field.key() + "': '" + digits + "'");
        }
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw refuse(value, "Invalid value for numeric attribute '" + field.key() + "': '" + digits + "'");
        }
    }

    private String text(SearchField field, Token value) {
        boolean bare = grammar.bareTexts() == Grammar.BareTexts.TAKEN
                && (value.kind() == Token.Kind.WORD || value.kind() == Token.Kind.NUMBER);
        if (value.isText() || bare) {
            return value.value();
        }
        if (value.kind() == Token.Kind.OPEN
                && field.source() == Source.ATTRIBUTE
                && !grammar.lists().isEmpty()) {
            String lists =
                    grammar.lists().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
            throw refuse(
                    value, "Only [" + lists + "] attributes support comparison with a list of quoted string values.");
        }
        if (value.kind() == Token.Kind.WORD || value.kind() == Token.Kind.QUOTED_NAME) {
            throw refuse(
                    value,
                    "Parameter value is either not quoted or unidentified quote types used for string value "
                            + value.text() + ". Use either single or double quotes.");
        }
        String got = ". Got value " + (value.kind() == Token.Kind.END ? "nothing" : value.text());
        throw refuse(
                value,
                switch (field.source()) {
                    case PARAM, TAG, METRIC ->
                        "Expected a quoted string value for " + field.source().label() + " (e.g. 'my-value')" + got;
                    case DATASET -> "Expected a quoted string value for dataset attributes" + got;
                    case ATTRIBUTE ->
                        grammar.prompts() == Grammar.Prompts.LEFT_OUT
                                ? "Expected a quoted string value or a list of quoted string values for attributes"
                                        + got
                                : "Expected a quoted string value for attributes" + got;
                });
    }

    private String id(Token at, String value) {
        try {
            return Long.toString(Long.parseLong(value));
        } catch (NumberFormatException e) {
            throw refuse(at, "Invalid experiment ID '" + value + "'. Experiment ID must be a valid integer.");
        }
    }

    private String refusal(SearchField field, FieldRule rule, String operator) {
        String name = switch (field.source()) {
            case ATTRIBUTE -> "attributes." + field.key();
            case METRIC -> "metrics." + field.key();
            case PARAM -> "params." + field.key();
            case TAG -> "tags." + field.key();
            case DATASET -> "datasets." + field.key();
        };
        return rule.refusal()
                .formatted(operator, FieldReader.set(rule.operators().stream().map(Operator::text)), name);
    }

    private TrackingException refuse(Token at, String message) {
        return source.refuse(message, at.start());
    }
}
