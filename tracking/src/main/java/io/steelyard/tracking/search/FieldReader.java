package io.steelyard.tracking.search;

import io.steelyard.tracking.TrackingException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the name of a field, such as `metrics.auc`, `` tags.`my tag` `` or `start_time`.
///
/// @param grammar what is legal
/// @param source the text, for errors
record FieldReader(Grammar grammar, SearchText source) {
    /// A name as it is written.
    ///
    /// @param start the token it begins with
    /// @param prefix what stands before the first point; empty: nothing
    /// @param key the rest, without quotes
    record Name(Token start, String prefix, String key) {}

    Name name(TokenReader tokens) {
        Token first = tokens.next();
        int point = first.kind() == Token.Kind.WORD ? first.text().indexOf('.') : -1;
        Token after = tokens.peek();
        if (point >= 0) {
            String rest = first.text().substring(point + 1);
            boolean quoted = rest.isEmpty() && touches(first, after) && (after.isText() || after.isNamePart());
            return new Name(
                    first,
                    first.text().substring(0, point),
                    quoted ? tokens.next().value() : rest);
        }
        if (first.kind() != Token.Kind.WORD
                && touches(first, after)
                && after.text().startsWith(".")) {
            Token dotted = tokens.next();
            Token key = tokens.peek();
            boolean quoted = dotted.text().length() == 1 && touches(dotted, key) && (key.isText() || key.isNamePart());
            return new Name(
                    first,
                    first.value(),
                    quoted ? tokens.next().value() : dotted.text().substring(1));
        }
        return new Name(first, "", first.value());
    }

    private static boolean touches(Token a, Token b) {
        return a.end() == b.start();
    }

    /// @return the field that a filter may test
    SearchField tested(Name name) {
        Source from = source(name);
        String key = switch (from) {
            case ATTRIBUTE -> attribute(name, grammar.attributes().keySet());
            case DATASET -> dataset(name);
            case METRIC, PARAM, TAG -> key(name);
        };
        return new SearchField(from, key, rule(from, key).type());
    }

    FieldRule rule(Source from, String key) {
        return Objects.requireNonNull(
                switch (from) {
                    case ATTRIBUTE -> grammar.attributes().get(key);
                    case DATASET -> grammar.datasets().get(key);
                    case METRIC, PARAM, TAG -> grammar.keyed().get(from);
                },
                key);
    }

    /// @return the field that may be ordered by
    SearchField ordered(Name name) {
        Source from = source(name);
        if (!grammar.orderSources().contains(from)) {
            throw refuse(name, "Invalid order_by entity: " + from.label());
        }
        if (from == Source.ATTRIBUTE) {
            String key = attribute(name, grammar.orderable().keySet());
            return SearchField.attribute(
                    key, Objects.requireNonNull(grammar.orderable().get(key), key));
        }
        return new SearchField(from, key(name), rule(from, name.key()).type());
    }

    private Source source(Name name) {
        if (name.prefix().isEmpty() && !name.start().text().startsWith(".")) {
            return Source.ATTRIBUTE;
        }
        Source from = grammar.prefixes().get(name.prefix());
        if (from == null) {
            throw refuse(name, grammar.unknownPrefix().formatted(name.prefix()));
        }
        return from;
    }

    private String key(Name name) {
        if (name.key().isEmpty()) {
            throw source.unreadable(
                    name.start().start(),
                    "After '" + name.start().text() + "' stands a key, for example "
                            + name.start().text() + "`my key`");
        }
        return name.key();
    }

    private String attribute(Name name, Collection<String> valid) {
        String key = grammar.aliases().getOrDefault(name.key(), name.key());
        if (!valid.contains(key)) {
            Stream<String> aliases = grammar.aliases().entrySet().stream()
                    .filter(alias -> valid.contains(alias.getValue()))
                    .map(Map.Entry::getKey);
            throw refuse(
                    name,
                    "Invalid attribute key '" + name.key() + "' specified. Valid keys are '"
                            + set(Stream.concat(valid.stream(), aliases)) + "'");
        }
        return key;
    }

    private String dataset(Name name) {
        if (!grammar.datasets().containsKey(name.key())) {
            throw refuse(
                    name,
                    "Invalid dataset key '" + name.key() + "' specified. Valid keys are '"
                            + set(grammar.datasets().keySet().stream()) + "'");
        }
        return name.key();
    }

    private TrackingException refuse(Name name, String message) {
        return source.refuse(message, name.start().start());
    }

    /// Writes a set as Python does, sorted.
    static String set(Stream<String> names) {
        return names.sorted().map(name -> "'" + name + "'").collect(Collectors.joining(", ", "{", "}"));
    }
}
