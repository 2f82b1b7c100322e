package io.steelyard.models;

import io.steelyard.models.graph.ElementType;
import io.steelyard.models.graph.OnnxGraph;
import io.steelyard.models.graph.Tensor;
import io.steelyard.transforms.FittedBinning;
import io.steelyard.transforms.FittedCycle;
import io.steelyard.transforms.FittedDateParts;
import io.steelyard.transforms.FittedImputation;
import io.steelyard.transforms.FittedMinMaxScaling;
import io.steelyard.transforms.FittedMissingIndicator;
import io.steelyard.transforms.FittedOneHot;
import io.steelyard.transforms.FittedOrdinal;
import io.steelyard.transforms.FittedQuantileTransform;
import io.steelyard.transforms.FittedScaling;
import io.steelyard.transforms.FittedSelectColumns;
import io.steelyard.transforms.FittedTargetEncoding;
import io.steelyard.transforms.FittedTextImputation;
import io.steelyard.transforms.FittedTransform;
import io.steelyard.transforms.MinMaxScaling;
import io.steelyard.transforms.OneHotEncoding;
import io.steelyard.transforms.OrdinalEncoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Fitted transforms as nodes of a graph, all in double precision and in the order of their own arithmetic.
///
/// @param columns the columns, which change step by step
record OnnxSteps(OnnxColumns columns) {
    /// @throws IllegalArgumentException where no graph can do what the step does; the message says why
    void add(FittedTransform step) {
        switch (step) {
            case FittedBinning binning -> binning(binning);
            case FittedOrdinal ordinal -> ordinal(ordinal);
            case FittedOneHot oneHot -> oneHot(oneHot);
            case FittedTargetEncoding target -> target(target);
            case FittedImputation imputation -> imputation(imputation);
            case FittedTextImputation imputation -> textImputation(imputation);
            case FittedMissingIndicator indicator -> missingIndicator(indicator);
            case FittedScaling scaling -> scaling(scaling);
            case FittedMinMaxScaling scaling -> minMax(scaling);
            case FittedQuantileTransform quantile -> new OnnxQuantiles(columns).add(quantile);
            case FittedDateParts parts -> new OnnxDates(columns).add(parts);
            case FittedCycle cycle -> cycle(cycle);
            case FittedSelectColumns select -> columns.keepOnly(select.columns());
        }
    }

    private void binning(FittedBinning step) {
        String x = columns.numbers(step.column());
        List<Double> inner = step.edges().subList(1, step.edges().size() - 1);
        String reached = inner.isEmpty() ? columns.number(0) : columns.count(node("GreaterOrEqual", x, row(inner)));
        String missing = columns.number(
                switch (step.missing()) {
                    case KEEP -> Double.NaN;
                    case LAST_BIN -> step.edges().size() - 2;
                });
        number(step.column() + "_bin", columns.where(node("IsNaN", x), missing, reached));
    }

    private void ordinal(FittedOrdinal step) {
        refuseErrors(step.unseen() == OrdinalEncoding.Unseen.ERROR);
        OnnxCodes codes = OnnxCodes.of(columns, step.column(), step.categories(), step.infrequent());
        double unseen = step.unseen() == OrdinalEncoding.Unseen.VALUE ? step.unseenValue() : Double.NaN;
        double[] numbers = new double[codes.groups()];
        Arrays.setAll(numbers, i -> i);
        number(step.column(), codes.numbers(numbers, step.missingValue(), unseen));
    }

    private void oneHot(FittedOneHot step) {
        refuseErrors(step.unseen() == OneHotEncoding.Unseen.ERROR);
        OnnxCodes codes = OnnxCodes.of(columns, step.column(), step.categories(), step.infrequent());
        int width = step.names().size();
        double[][] rows = new double[codes.groups()][width];
        for (int group = 0; group < rows.length; group++) {
            rows[group][group] = 1;
        }
        double[] missing = new double[width];
        if (step.missing() == OneHotEncoding.Missing.CATEGORY) {
            missing[width - 1] = 1;
        }
        double[] unseen = new double[width];
        if (step.unseen() == OneHotEncoding.Unseen.INFREQUENT
                && step.infrequent().size() > 0) {
            unseen[step.categories().size()] = 1;
        }
        replace(step.column(), step.names(), codes.columns(rows, missing, unseen));
    }

    private void target(FittedTargetEncoding step) {
        OnnxCodes codes = OnnxCodes.of(columns, step.column(), step.categories());
        List<String> values = new ArrayList<>();
        for (FittedTargetEncoding.Output output : step.outputs()) {
            double[] numbers =
                    output.values().stream().mapToDouble(Double::doubleValue).toArray();
            values.add(codes.numbers(numbers, output.missing(), output.unseen()));
        }
        List<String> names =
                step.outputs().stream().map(FittedTargetEncoding.Output::name).toList();
        replace(step.column(), names, values);
    }

    private void imputation(FittedImputation step) {
        String x = columns.numbers(step.column());
        number(step.column(), columns.where(node("IsNaN", x), columns.number(step.value()), x));
    }

    private void textImputation(FittedTextImputation step) {
        String x = columns.texts(step.column());
        String value = columns.graph().constant("text", Tensor.texts(List.of(step.value())));
        columns.put(step.column(), OnnxColumns.Kind.TEXT, columns.where(OnnxCodes.isMissing(columns, x), value, x));
    }

    private void missingIndicator(FittedMissingIndicator step) {
        String name = step.column();
        String missing = switch (columns.kind(name)) {
            case NUMBER -> node("IsNaN", columns.numbers(name));
            case TEXT -> OnnxCodes.isMissing(columns, columns.texts(name));
            case INSTANT -> node("Equal", columns.instants(name), columns.whole(Long.MIN_VALUE));
        };
        number(name + "_missing", columns.cast(missing, ElementType.DOUBLE));
    }

    private void scaling(FittedScaling step) {
        String shifted = node("Sub", columns.numbers(step.column()), columns.number(step.centre()));
        number(step.column(), node("Div", shifted, columns.number(step.scale())));
    }

    private void minMax(FittedMinMaxScaling step) {
        String scaled = node("Mul", columns.numbers(step.column()), columns.number(step.factor()));
        String x = node("Add", scaled, columns.number(step.shift()));
        if (step.outside() == MinMaxScaling.Outside.CLIP) {
            String least = columns.number(step.least());
            String greatest = columns.number(step.greatest());
            x = columns.where(node("Greater", x, greatest), greatest, x);
            x = columns.where(node("Less", x, least), least, x);
        }
        number(step.column(), x);
    }

    private void cycle(FittedCycle step) {
        String turns = node("Div", columns.numbers(step.column()), columns.number(step.period()));
        String angle = node("Mul", turns, columns.number(2 * Math.PI));
        replace(
                step.column(),
                List.of(step.column() + "_sin", step.column() + "_cos"),
                List.of(node("Sin", angle), node("Cos", angle)));
    }

    private void replace(String column, List<String> names, List<String> values) {
        columns.remove(column);
        for (int i = 0; i < names.size(); i++) {
            number(names.get(i), values.get(i));
        }
    }

    private void number(String name, String value) {
        columns.put(name, OnnxColumns.Kind.NUMBER, value);
    }

    private String row(List<Double> values) {
        double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
        return graph().constant("row", Tensor.doubles(List.of(1, numbers.length), numbers));
    }

    private String node(String operator, String... arguments) {
        return graph().node(operator, List.of(arguments));
    }

    private OnnxGraph graph() {
        return columns.graph();
    }

    private static void refuseErrors(boolean unseenIsError) {
        if (unseenIsError) {
            throw new IllegalArgumentException("a value that the training rows did not have is an error, but a graph "
                    + "cannot raise one; choose another policy for unseen values");
        }
    }

    /// A step as people know it: `ordinal of 'carrier'`.
    static String name(FittedTransform step) {
        return switch (step) {
            case FittedBinning s -> "binning of '" + s.column() + "'";
            case FittedOrdinal s -> "ordinal of '" + s.column() + "'";
            case FittedOneHot s -> "one_hot of '" + s.column() + "'";
            case FittedTargetEncoding s -> "target of '" + s.column() + "'";
            case FittedImputation s -> "imputation of '" + s.column() + "'";
            case FittedTextImputation s -> "text_imputation of '" + s.column() + "'";
            case FittedMissingIndicator s -> "missing_indicator of '" + s.column() + "'";
            case FittedScaling s -> "scaling of '" + s.column() + "'";
            case FittedMinMaxScaling s -> "min_max_scaling of '" + s.column() + "'";
            case FittedQuantileTransform s -> "quantile of '" + s.column() + "'";
            case FittedDateParts s -> "date_parts of '" + s.column() + "'";
            case FittedCycle s -> "cycle of '" + s.column() + "'";
            case FittedSelectColumns s -> "columns " + s.columns();
        };
    }
}
