package io.steelyard.models;

import io.steelyard.models.graph.Attribute;
import io.steelyard.models.graph.ElementType;
import io.steelyard.models.graph.OnnxGraph;
import io.steelyard.models.graph.Tensor;
import io.steelyard.transforms.Categories;
import io.steelyard.transforms.NumberCategories;
import io.steelyard.transforms.TextCategories;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// A column of categories as whole numbers: 0 to `groups - 1` for the categories (the infrequent ones share the last), then
/// one for a missing value, then one for any other.
///
/// @param columns the columns of the graph
/// @param codes the value of the codes, of the shape (rows, 1)
/// @param groups how many groups of categories there are
record OnnxCodes(OnnxColumns columns, String codes, int groups) {
    private static final String MISSING_TEXT = "";

    static OnnxCodes of(OnnxColumns columns, String column, Categories categories) {
        return of(columns, column, categories, new TextCategories(List.of()));
    }

    /// @throws IllegalArgumentException where the empty text is a category, which means missing in the graph
    static OnnxCodes of(OnnxColumns columns, String column, Categories categories, Categories infrequent) {
        int groups = categories.size() + (infrequent.size() > 0 ? 1 : 0);
        List<Long> numbers = new ArrayList<>();
        for (long i = 0; i < categories.size(); i++) {
            numbers.add(i);
        }
        numbers.addAll(Collections.nCopies(infrequent.size(), (long) categories.size()));
        String codes = switch (columns.kind(column)) {
            case TEXT ->
                textCodes(
                        columns, columns.texts(column), joined(texts(categories), texts(infrequent)), numbers, groups);
            case NUMBER ->
                numberCodes(
                        columns,
                        columns.numbers(column),
                        joined(numbers(categories), numbers(infrequent)),
                        numbers,
                        groups);
            case INSTANT -> throw new IllegalArgumentException("column '" + column + "' holds instants");
        };
        return new OnnxCodes(columns, codes, groups);
    }

    private static String textCodes(
            OnnxColumns columns, String value, List<String> categories, List<Long> numbers, int groups) {
        if (categories.contains(MISSING_TEXT)) {
            throw new IllegalArgumentException(
                    "the empty text is one of its categories, but stands for a missing text in a graph");
        }
        List<String> keys = new ArrayList<>(categories);
        keys.add(MISSING_TEXT);
        List<Long> values = new ArrayList<>(numbers);
        values.add((long) groups);
        return columns.graph()
                .ml(
                        "LabelEncoder",
                        List.of(value),
                        Attribute.of("keys_strings", keys),
                        Attribute.of(
                                "values_int64s",
                                values.stream().mapToLong(Long::longValue).toArray()),
                        Attribute.of("default_int64", groups + 1));
    }

    /// A row of truths, one a category; the codes of the true ones (there is one at most) less that of other values, added
    /// to it.
    private static String numberCodes(
            OnnxColumns columns, String value, List<Double> categories, List<Long> numbers, int groups) {
        OnnxGraph graph = columns.graph();
        int other = groups + 1;
        String code = columns.number(other);
        if (!categories.isEmpty()) {
            List<Integer> row = List.of(1, categories.size());
            String same = graph.node(
                    "Equal",
                    List.of(
                            value,
                            graph.constant(
                                    "categories",
                                    Tensor.doubles(
                                            row,
                                            categories.stream()
                                                    .mapToDouble(Double::doubleValue)
                                                    .toArray()))));
            String less = graph.constant(
                    "codes",
                    Tensor.doubles(
                            List.of(categories.size(), 1),
                            numbers.stream()
                                    .mapToDouble(number -> number - other)
                                    .toArray()));
            String sum = graph.node("MatMul", List.of(columns.cast(same, ElementType.DOUBLE), less));
            code = graph.node("Add", List.of(sum, code));
        }
        String missing = graph.node("IsNaN", List.of(value));
        return columns.cast(columns.where(missing, columns.number(groups), code), ElementType.INT64);
    }

    /// Whether texts are missing.
    static String isMissing(OnnxColumns columns, String texts) {
        return columns.cast(
                columns.graph()
                        .ml(
                                "LabelEncoder",
                                List.of(texts),
                                Attribute.of("keys_strings", List.of(MISSING_TEXT)),
                                Attribute.of("values_int64s", new long[] {1}),
                                Attribute.of("default_int64", 0)),
                ElementType.BOOL);
    }

    /// One number a row.
    ///
    /// @param values the number of each group
    /// @param missing that of a missing value
    /// @param unseen that of any other
    String numbers(double[] values, double missing, double unseen) {
        double[] table = Arrays.copyOf(values, groups + 2);
        table[groups] = missing;
        table[groups + 1] = unseen;
        String numbers = columns.graph().constant("table", Tensor.doubles(List.of(table.length), table));
        return columns.graph().node("Gather", List.of(numbers, codes));
    }

    /// Several numbers a row, each a column.
    ///
    /// @param values the numbers of each group
    /// @param missing those of a missing value
    /// @param unseen those of any other
    List<String> columns(double[][] values, double[] missing, double[] unseen) {
        int width = missing.length;
        double[] table = new double[(groups + 2) * width];
        for (int group = 0; group < groups; group++) {
            System.arraycopy(values[group], 0, table, group * width, width);
        }
        System.arraycopy(missing, 0, table, groups * width, width);
        System.arraycopy(unseen, 0, table, (groups + 1) * width, width);
        OnnxGraph graph = columns.graph();
        String rows = graph.constant("table", Tensor.doubles(List.of(groups + 2, width), table));
        String found = graph.node("Gather", List.of(rows, codes));
        String flat =
                graph.node("Reshape", List.of(found, graph.constant("shape", Tensor.longs(List.of(2), -1, width))));
        return graph.columns(flat, width);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<String> texts(Categories categories) {
        return categories instanceof TextCategories texts ? texts.values() : List.of();
    }

    private static List<Double> numbers(Categories categories) {
        return categories instanceof NumberCategories numbers ? numbers.values() : List.of();
    }
}
