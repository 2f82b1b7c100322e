package io.steelyard.tracking.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which rows are asked for. A row either matches or not, there is no third: NOT gives exactly the rows that the
/// filter inside does not give, so `NOT metrics.auc > 0.8` gives those without the metric too, where
/// `metrics.auc <= 0.8` does not.
///
/// Its text, [#text], read by the grammar that made it gives an equal filter; in the registry's two, whose reading adds
/// what is said of prompts, one that finds the same rows.
public sealed interface Filter {
    /// Makes the filter that every row matches.
    ///
    /// @return the filter
    static Filter all() {
        return new And(List.of());
    }

    /// Says whether a row is asked for.
    ///
    /// @param row the row
    /// @return true where it is
    boolean matches(SearchRow row);

    /// Writes it as the grammar reads it.
    ///
    /// @return the text; empty for [#all]
    default String text() {
        return FilterText.of(this);
    }

    /// Gives the tests in it.
    ///
    /// @return the tests, from left to right
    default Stream<Test> tests() {
        return switch (this) {
            case And and -> and.parts().stream().flatMap(Filter::tests);
            case Or or -> or.parts().stream().flatMap(Filter::tests);
            case Not not -> not.inner().tests();
            case Test test -> Stream.of(test);
        };
    }

    /// All of several filters.
    ///
    /// @param parts the filters; none: every row matches
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(SearchRow row) {
            return parts.stream().allMatch(part -> part.matches(row));
        }
    }

    /// At least one of several filters.
    ///
    /// @param parts the filters; none: no row matches
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(SearchRow row) {
            return parts.stream().anyMatch(part -> part.matches(row));
        }
    }

    /// What another filter does not give.
    ///
    /// @param inner the other
    record Not(Filter inner) implements Filter {
        @Override
        public boolean matches(SearchRow row) {
            return !inner.matches(row);
        }
    }

    /// A test of one field. It holds where at least one value of the field meets it; a field without a value meets
    /// only IS NULL.
    sealed interface Test extends Filter {
        /// Says what is tested.
        ///
        /// @return the field
        SearchField field();

        /// Says how it is compared.
        ///
        /// @return the operator
        Operator operator();
    }

    /// Compares a number. NaN meets `!=` and nothing else.
    ///
    /// @param field a field of type NUMBER
    /// @param operator one from EQ to GE
    /// @param value the number to compare with, not NaN
    record NumberTest(SearchField field, Operator operator, double value) implements Test {
        private static final Set<Operator> OPERATORS =
                Set.of(Operator.EQ, Operator.NE, Operator.LT, Operator.LE, Operator.GT, Operator.GE);

        public NumberTest {
            check(OPERATORS, operator, field);
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("a number to compare " + field.key() + " with, but it is NaN");
            }
            // There is one zero.
            value = value + 0.0;
        }

        @Override
        public boolean matches(SearchRow row) {
            return row.numbers(field).stream().anyMatch(this::meets);
        }

        private boolean meets(double number) {
            return switch (operator) {
                case EQ -> number == value;
                case NE -> number != value;
                case LT -> number < value;
                case LE -> number <= value;
                case GT -> number > value;
                case GE -> number >= value;
                case LIKE, ILIKE, IN, NOT_IN, IS_NULL, IS_NOT_NULL -> throw new IllegalStateException(operator.text());
            };
        }
    }

    /// Compares a text, character by character as Unicode numbers them.
    ///
    /// @param field a field of type TEXT or ID
    /// @param operator EQ, NE, LIKE or ILIKE
    /// @param value the text or pattern to compare with
    record TextTest(SearchField field, Operator operator, String value) implements Test {
        private static final Set<Operator> OPERATORS = Set.of(Operator.EQ, Operator.NE, Operator.LIKE, Operator.ILIKE);

        public TextTest {
            check(OPERATORS, operator, field);
        }

        @Override
        public boolean matches(SearchRow row) {
            return row.texts(field).stream().anyMatch(this::meets);
        }

        private boolean meets(String text) {
            return switch (operator) {
                case EQ -> text.equals(value);
                case NE -> !text.equals(value);
                case LIKE -> new LikePattern(value, LikePattern.LetterCase.DISTINCT).matches(text);
                case ILIKE -> new LikePattern(value, LikePattern.LetterCase.SAME).matches(text);
                case LT, LE, GT, GE, IN, NOT_IN, IS_NULL, IS_NOT_NULL ->
                    throw new IllegalStateException(operator.text());
            };
        }
    }

    /// Looks a text up in a list.
    ///
    /// @param field a field of type TEXT or ID
    /// @param operator IN or NOT_IN
    /// @param values the list, at least one
    record ListTest(SearchField field, Operator operator, List<String> values) implements Test {
        private static final Set<Operator> OPERATORS = Set.of(Operator.IN, Operator.NOT_IN);

        public ListTest {
            check(OPERATORS, operator, field);
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("at least one value for " + field.key() + ", but there is none");
            }
        }

        @Override
        public boolean matches(SearchRow row) {
            Set<String> listed = Set.copyOf(values);
            return row.texts(field).stream().anyMatch(text -> listed.contains(text) == (operator == Operator.IN));
        }
    }

    /// Asks whether a field has a value.
    ///
    /// @param field the field
    /// @param operator IS_NULL or IS_NOT_NULL
    record PresenceTest(SearchField field, Operator operator) implements Test {
        private static final Set<Operator> OPERATORS = Set.of(Operator.IS_NULL, Operator.IS_NOT_NULL);

        public PresenceTest {
            check(OPERATORS, operator, field);
        }

        @Override
        public boolean matches(SearchRow row) {
            boolean missing = switch (field.type()) {
                case TEXT, ID -> row.texts(field).isEmpty();
                case NUMBER -> row.numbers(field).isEmpty();
            };
            return missing == (operator == Operator.IS_NULL);
        }
    }

    private static void check(Set<Operator> allowed, Operator operator, SearchField field) {
        if (!allowed.contains(operator)) {
            throw new IllegalArgumentException(
                    operator + " cannot compare " + field.key() + " so: it must be one of " + allowed);
        }
    }
}
