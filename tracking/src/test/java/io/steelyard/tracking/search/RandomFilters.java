package io.steelyard.tracking.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// Makes filters and orders at random, of fields and values that random entities have too.
///
/// @param random where they come from
/// @param fields the fields
/// @param texts the texts to compare with
/// @param numbers the numbers to compare with
public record RandomFilters(Random random, List<SearchField> fields, List<String> texts, List<Double> numbers) {
    private static final List<Operator> NUMERIC =
            List.of(Operator.EQ, Operator.NE, Operator.LT, Operator.LE, Operator.GT, Operator.GE);
    private static final List<Operator> TEXTUAL = List.of(Operator.EQ, Operator.NE, Operator.LIKE, Operator.ILIKE);

    public Filter next(int depth) {
        return switch (random.nextInt(depth == 0 ? 1 : 8)) {
            case 0, 1, 2, 3 -> test();
            case 4 -> new Filter.Not(next(depth - 1));
            case 5 -> new Filter.Or(parts(depth));
            default -> new Filter.And(parts(depth));
        };
    }

    private List<Filter> parts(int depth) {
        return IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(i -> next(depth - 1))
                .toList();
    }

    private Filter test() {
        SearchField field = any(fields);
        boolean entry = field.source() == Source.PARAM || field.source() == Source.TAG;
        if (entry && random.nextInt(6) == 0) {
            return new Filter.PresenceTest(field, random.nextBoolean() ? Operator.IS_NULL : Operator.IS_NOT_NULL);
        }
        boolean lists = field.source() == Source.DATASET || field.key().equals("run_id");
        return switch (field.type()) {
            case NUMBER -> new Filter.NumberTest(field, any(NUMERIC), any(numbers));
            case ID ->
                new Filter.TextTest(field, random.nextBoolean() ? Operator.EQ : Operator.NE, "" + random.nextInt(5));
            case TEXT ->
                lists && random.nextBoolean()
                        ? new Filter.ListTest(
                                field,
                                random.nextBoolean() ? Operator.IN : Operator.NOT_IN,
                                List.of(any(texts), any(texts)))
                        : text(field, any(TEXTUAL));
        };
    }

    private Filter text(SearchField field, Operator operator) {
        String value = any(texts);
        if (operator == Operator.LIKE || operator == Operator.ILIKE) {
            int from = random.nextInt(value.length() + 1);
            value = switch (random.nextInt(4)) {
                case 0 -> value.substring(0, from) + "%";
                case 1 -> "%" + value.substring(from);
                case 2 -> "%" + value.substring(from).replace('a', '_') + "%";
                default -> value.replace('b', '_');
            };
            value = random.nextInt(4) == 0 ? value.toUpperCase(Locale.ROOT) : value;
        }
        return new Filter.TextTest(field, operator, value);
    }

    /// @return clauses of different fields
    public List<String> order(List<SearchField> sortable) {
        List<SearchField> left = new ArrayList<>(sortable);
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> left.remove(random.nextInt(left.size())))
                .map(field ->
                        new Filter.PresenceTest(field, Operator.IS_NULL).text().replace(" IS NULL", "")
                                + List.of("", " ASC", " desc").get(random.nextInt(3)))
                .toList();
    }

    public <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
