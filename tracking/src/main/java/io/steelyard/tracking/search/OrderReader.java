package io.steelyard.tracking.search;

import io.steelyard.tracking.LoggedModelSearch;
import io.steelyard.tracking.TrackingException;
import io.steelyard.tracking.search.OrderBy.Direction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what to order by, and adds what makes the order total.
///
/// @param grammar what is legal
record OrderReader(Grammar grammar) {
    List<OrderBy> read(List<String> clauses) {
        if (clauses.isEmpty() && !grammar.defaultOrder().isEmpty()) {
            return grammar.defaultOrder();
        }
        List<OrderBy> order = new ArrayList<>();
        Set<SearchField> seen = new HashSet<>();
        for (String clause : clauses) {
            OrderBy by = clause(clause);
            if (!seen.add(by.field())) {
                throw TrackingException.invalid("`order_by` contains duplicate fields: "
                        + clauses.stream().map(c -> "'" + c + "'").collect(Collectors.joining(", ", "[", "]")));
            }
            order.add(by);
        }
        return total(order);
    }

    private List<OrderBy> total(List<OrderBy> order) {
        List<OrderBy> all = new ArrayList<>(order);
        grammar.ties().stream()
                .filter(tie -> order.stream().noneMatch(by -> by.field().equals(tie.field())))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private OrderBy clause(String text) {
        SearchText source = new SearchText(SearchText.Use.ORDER, text);
        TokenReader tokens = new TokenReader(Lexer.tokens(source));
        Token start = tokens.peek();
        if (!start.isNamePart()) {
            throw source.unreadable(start.start(), "Here a field was expected, for example metrics.auc DESC");
        }
        FieldReader fields = new FieldReader(grammar, source);
        FieldReader.Name name = fields.name(tokens);
        Direction direction = direction(source, tokens);
        return new OrderBy(fields.ordered(name), direction);
    }

    private static Direction direction(SearchText source, TokenReader tokens) {
        Token word = tokens.peek();
        if (word.kind() == Token.Kind.END || tokens.take("ASC") || tokens.take("DESC")) {
            Token end = tokens.peek();
            if (end.kind() == Token.Kind.END) {
                return word.is("DESC") ? Direction.DESC : Direction.ASC;
            }
            throw source.unreadable(end.start(), "Here the end was expected: one text has one field");
        }
        throw source.refuse(
                "Invalid ordering key in order_by clause '" + source.text() + "'.\nAfter the field stands ASC or DESC",
                word.start());
    }

    List<OrderBy> readModels(List<LoggedModelSearch.Order> orders) {
        List<OrderBy> all = new ArrayList<>();
        for (LoggedModelSearch.Order order : orders) {
            all.add(new OrderBy(
                    modelField(order.field().strip()),
                    order.ascending() ? Direction.ASC : Direction.DESC,
                    order.dataset()));
        }
        return total(all);
    }

    private SearchField modelField(String name) {
        int point = name.indexOf('.');
        if (point < 0) {
            String key = grammar.aliases().getOrDefault(name, name);
            ValueType type = grammar.orderable().get(key);
            if (type == null) {
                throw TrackingException.invalid("Invalid order by field name: " + name + ".\nValid names are "
                        + FieldReader.set(grammar.orderable().keySet().stream()) + " and metrics.<name>");
            }
            return SearchField.attribute(key, type);
        }
        if (!name.startsWith("metrics.") || name.length() == "metrics.".length()) {
            throw TrackingException.invalid("Invalid order by field name: " + name + ". Only metrics are supported.");
        }
        return SearchField.metric(name.substring(point + 1));
    }
}
