package io.steelyard.tracking.search;

import java.util.EnumSet;
import java.util.Set;

/// What may be compared with a field, and how MLflow says that something else may not.
///
/// @param type what its values are
/// @param operators the operators
/// @param numbers which values a number may be compared with
/// @param refusal what is said of another operator; `%1$s` is the operator, `%2$s` those that may be, `%3$s` the field
record FieldRule(ValueType type, Set<Operator> operators, Numbers numbers, String refusal) {
    static final Set<Operator> NUMERIC =
            EnumSet.of(Operator.EQ, Operator.NE, Operator.LT, Operator.LE, Operator.GT, Operator.GE);
    static final Set<Operator> TEXTUAL = EnumSet.of(Operator.EQ, Operator.NE, Operator.LIKE, Operator.ILIKE);
    static final Set<Operator> LISTS = EnumSet.of(Operator.IN, Operator.NOT_IN);
    static final Set<Operator> PRESENCE = EnumSet.of(Operator.IS_NULL, Operator.IS_NOT_NULL);
    static final Set<Operator> SAMENESS = EnumSet.of(Operator.EQ, Operator.NE);

    static final String NOT_ONE_OF = "Invalid comparator '%1$s' not one of '%2$s'";

    /// Which numbers may be written.
    enum Numbers {
        /// Any.
        ANY,
        /// Whole ones.
        WHOLE,
        /// Whole ones, also in quotes.
        WHOLE_ALSO_QUOTED
    }

    static FieldRule number(Numbers numbers, String refusal) {
        return new FieldRule(ValueType.NUMBER, NUMERIC, numbers, refusal);
    }

    static FieldRule text(String refusal, Set<Operator> more) {
        Set<Operator> operators = EnumSet.copyOf(TEXTUAL);
        operators.addAll(more);
        return new FieldRule(ValueType.TEXT, operators, Numbers.ANY, refusal);
    }
}
