package io.steelyard.models;

import io.steelyard.models.graph.ElementType;
import io.steelyard.models.graph.Tensor;
import io.steelyard.transforms.FittedQuantileTransform;
import io.steelyard.transforms.QuantileTransform;
import java.util.List;

/// The quantile transform as nodes of a graph: the places of a value among the quantiles are counted, and what stands there
/// is looked up in tables.
///
/// @param columns the columns of the graph
record OnnxQuantiles(OnnxColumns columns) {
    /// @throws IllegalArgumentException where the result is to be that of a normal distribution
    void add(FittedQuantileTransform step) {
        if (step.output() == QuantileTransform.Output.NORMAL) {
            throw new IllegalArgumentException("ONNX has no quantile function of the normal distribution; the output "
                    + "'uniform' can be exported");
        }
        int count = step.quantiles().size();
        double[] quantiles =
                step.quantiles().stream().mapToDouble(Double::doubleValue).toArray();
        double[] shares = new double[count];
        for (int i = 0; i < count; i++) {
            shares[i] = i == count - 1 && count > 1 ? 1 : i * (1.0 / Math.max(1, count - 1));
        }
        double[] slopes = new double[count];
        for (int i = 0; i + 1 < count; i++) {
            if (quantiles[i + 1] > quantiles[i]) {
                slopes[i] = (shares[i + 1] - shares[i]) / (quantiles[i + 1] - quantiles[i]);
            }
        }
        Tables tables = new Tables(
                table(quantiles),
                table(shares),
                table(slopes),
                quantiles[0],
                quantiles[count - 1],
                shares[count - 1],
                row(quantiles));
        String x = columns.numbers(step.column());
        String missing = node("IsNaN", x);
        columns.put(
                step.column(),
                OnnxColumns.Kind.NUMBER,
                columns.where(missing, columns.number(Double.NaN), share(x, missing, tables)));
    }

    /// @param last the share of the greatest quantile: 1, but 0 where it is the only one
    private record Tables(
            String quantiles, String shares, String slopes, double low, double high, double last, String row) {}

    private String share(String value, String missing, Tables tables) {
        String low = columns.number(tables.low);
        String high = columns.number(tables.high);
        String one = columns.whole(1);
        String x = columns.where(missing, low, value);
        x = columns.where(node("Less", x, low), low, columns.where(node("Greater", x, high), high, x));
        String notAbove = whole(columns.count(node("GreaterOrEqual", x, tables.row)));
        String up = interpolated(x, node("Sub", notAbove, one), tables);
        String below = whole(columns.count(node("Greater", x, tables.row)));
        String before = node("Max", node("Sub", below, one), columns.whole(0));
        String down = columns.where(
                node("Equal", x, node("Gather", tables.quantiles, below)),
                node("Gather", tables.shares, below),
                interpolated(x, before, tables));
        String share = node("Div", node("Add", up, down), columns.number(2));
        String inside = columns.where(node("GreaterOrEqual", value, high), columns.number(tables.last), share);
        return columns.where(node("LessOrEqual", value, low), columns.number(0), inside);
    }

    private String interpolated(String x, String below, Tables tables) {
        String distance = node("Sub", x, node("Gather", tables.quantiles, below));
        return node(
                "Add",
                node("Mul", node("Gather", tables.slopes, below), distance),
                node("Gather", tables.shares, below));
    }

    private String whole(String number) {
        return columns.cast(number, ElementType.INT64);
    }

    private String table(double[] values) {
        return columns.graph().constant("table", Tensor.doubles(List.of(values.length), values));
    }

    private String row(double[] values) {
        return columns.graph().constant("row", Tensor.doubles(List.of(1, values.length), values));
    }

    private String node(String operator, String... arguments) {
        return columns.graph().node(operator, List.of(arguments));
    }
}
