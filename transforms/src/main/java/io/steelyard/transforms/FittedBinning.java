package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;
import java.util.List;

/// A [NumericBinning] that knows its edges: adds `<column>_bin`, the number of inner edges that the value reaches.
///
/// @param column the numeric column
/// @param edges the edges in ascending order, the outer ones included: one more than bins
/// @param missing what becomes of missing values
public record FittedBinning(String column, List<Double> edges, NumericBinning.Missing missing)
        implements FittedTransform {
    static final String ENDING = "_bin";

    public FittedBinning {
        Stored.present("column", column);
        Stored.present("missing", missing);
        edges = Doubles.copyOf(Stored.present("edges", edges));
        if (edges.size() < 2) {
            throw new IllegalArgumentException("'" + column + "' needs at least 2 edges, not " + edges.size());
        }
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i - 1) <= edges.get(i))) {
                throw new IllegalArgumentException("the edges of '" + column + "' must ascend, but after "
                        + edges.get(i - 1) + " comes " + edges.get(i));
            }
        }
    }

    @Override
    public Batch transform(Batch rows) {
        double[] values = rows.doubles(column);
        double[] binned = new double[values.length];
        Bins bins = Bins.of(Doubles.array(edges), values.length);
        double ofMissing = switch (missing) {
            case KEEP -> Double.NaN;
            case LAST_BIN -> edges.size() - 2;
        };
        Chunks.forEach(values.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                double x = values[row];
                binned[row] = x == x ? bins.of(x) : ofMissing;
            }
        });
        return rows.with(column + ENDING, new DoubleColumn(binned));
    }
}
