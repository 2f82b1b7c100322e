package io.steelyard.registry.jdbc;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import io.steelyard.tracking.search.Filter;
import io.steelyard.tracking.search.Filter.ListTest;
import io.steelyard.tracking.search.Filter.NumberTest;
import io.steelyard.tracking.search.Filter.PresenceTest;
import io.steelyard.tracking.search.Filter.TextTest;
import io.steelyard.tracking.search.Operator;
import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.SearchField;
import io.steelyard.tracking.search.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Where the fields of a search stand in the tables, and so what a filter and an order are in SQL. A condition is never
/// unknown, so that NOT gives all the other rows.
///
/// @param texts the columns of attributes that are texts
/// @param numbers the columns of attributes that are numbers
/// @param tags the table of the tags
/// @param owner the column that a tag belongs to
/// @param like how texts are compared and ordered
record SearchColumns(
        Map<String, Field<String>> texts,
        Map<String, ? extends Field<? extends Number>> numbers,
        TagRows tags,
        Field<Long> owner,
        TextDialect like) {

    static SearchColumns models(TextDialect like) {
        return new SearchColumns(
                Map.of("name", ModelRows.NAME),
                Map.of("last_updated_timestamp", ModelRows.LAST_UPDATE_TIME),
                TagRows.MODEL_TAGS,
                ModelRows.MODEL_NO,
                like);
    }

    static SearchColumns versions(TextDialect like) {
        return new SearchColumns(
                Map.of(
                        "name", ModelRows.NAME,
                        "run_id", VersionRows.RUN_ID,
                        "source_path", VersionRows.ARTIFACT_PATH),
                Map.of(
                        "version_number", VersionRows.VERSION,
                        "creation_timestamp", VersionRows.CREATION_TIME,
                        "last_updated_timestamp", VersionRows.LAST_UPDATE_TIME),
                TagRows.VERSION_TAGS,
                VersionRows.VERSION_NO,
                like);
    }

    Condition condition(Filter filter) {
        return switch (filter) {
            case Filter.And and -> all(and.parts().stream().map(this::condition).toList());
            case Filter.Or or ->
                or.parts().isEmpty()
                        ? DSL.falseCondition()
                        : or(or.parts().stream().map(this::condition).toList());
            case Filter.Not inverse -> not(condition(inverse.inner()));
            case NumberTest test -> number(test);
            case TextTest test -> onText(test.field(), text -> compare(text, test.operator(), test.value()));
            case ListTest test ->
                onText(
                        test.field(),
                        text -> test.operator() == Operator.IN ? text.in(test.values()) : text.notIn(test.values()));
            case PresenceTest test -> {
                Condition present = onText(test.field(), text -> noCondition());
                yield test.operator() == Operator.IS_NULL ? not(present) : present;
            }
        };
    }

    private static Condition all(List<Condition> parts) {
        return parts.isEmpty() ? DSL.trueCondition() : DSL.and(parts);
    }

    /// @return that there is a text, and that it meets a test
    private Condition onText(SearchField field, Function<Field<String>, Condition> test) {
        if (field.source() == Source.TAG) {
            return exists(tags.of(owner, field.key(), test));
        }
        Field<String> column = text(field.key());
        return column.isNotNull().and(test.apply(column));
    }

    private Condition compare(Field<String> text, Operator operator, String value) {
        return switch (operator) {
            case EQ -> text.eq(value);
            case NE -> text.ne(value);
            case LIKE -> like.like(text, value);
            case ILIKE -> like.ilike(text, value);
            case LT, LE, GT, GE, IN, NOT_IN, IS_NULL, IS_NOT_NULL -> throw new IllegalStateException(operator.text());
        };
    }

    private Condition number(NumberTest test) {
        Field<Double> column = number(test.field().key());
        double value = test.value();
        return switch (test.operator()) {
            case EQ -> column.eq(value);
            case NE -> column.ne(value);
            case LT -> column.lt(value);
            case LE -> column.le(value);
            case GT -> column.gt(value);
            case GE -> column.ge(value);
            case LIKE, ILIKE, IN, NOT_IN, IS_NULL, IS_NOT_NULL ->
                throw new IllegalStateException(test.operator().text());
        };
    }

    List<OrderField<?>> order(List<OrderBy> order) {
        List<OrderField<?>> fields = new ArrayList<>();
        for (OrderBy by : order) {
            Field<?> column = column(by);
            fields.add(
                    switch (by.direction()) {
                        case ASC -> column.asc();
                        case DESC -> column.desc();
                    });
        }
        return fields;
    }

    /// @param last the values of the row after which the page begins, one for each field of the order
    Condition after(List<OrderBy> order, List<String> last) {
        Condition after = DSL.falseCondition();
        Condition same = DSL.trueCondition();
        for (int i = 0; i < order.size(); i++) {
            OrderBy by = order.get(i);
            String value = last.get(i);
            UnaryOperator<Condition> inside = same::and;
            switch (by.field().type()) {
                case TEXT, ID -> {
                    Field<String> column = like.ordered(text(by.field().key()));
                    after = after.or(inside.apply(beyond(by, column, value)));
                    same = same.and(column.eq(value));
                }
                case NUMBER -> {
                    Field<Long> column = number(by.field().key()).coerce(SQLDataType.BIGINT);
                    after = after.or(inside.apply(beyond(by, column, Long.parseLong(value))));
                    same = same.and(column.eq(val(Long.parseLong(value))));
                }
            }
        }
        return after;
    }

    private static <T> Condition beyond(OrderBy by, Field<T> column, T value) {
        return switch (by.direction()) {
            case ASC -> column.gt(value);
            case DESC -> column.lt(value);
        };
    }

    private Field<?> column(OrderBy by) {
        return switch (by.field().type()) {
            case TEXT, ID -> like.ordered(text(by.field().key()));
            case NUMBER -> number(by.field().key());
        };
    }

    private Field<String> text(String key) {
        return Objects.requireNonNull(texts.get(key), key);
    }

    private Field<Double> number(String key) {
        return Objects.requireNonNull(numbers.get(key), key).coerce(SQLDataType.DOUBLE);
    }
}
