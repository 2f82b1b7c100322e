package io.steelyard.transforms;

import java.util.Arrays;

/// Finds the bin of a value between edges, as `numpy.digitize` with the inner edges: how many inner edges the value
/// reaches.
///
/// For many values a table says what lies where: the span of the inner edges is cut into equal cells, and each cell knows
/// how many edges lie in the cells before it. The cell of a value never falls as the value grows, rounding or not, so only
/// the edges in its own cell are compared.
final class Bins {
    private static final int CELLS = 1 << 10;
    private static final int FEW = 4;

    private final double[] inner;
    private final double low;
    private final double cellsPerUnit;
    private final int[] before;

    private Bins(double[] inner, int cells) {
        this.inner = inner;
        low = inner.length == 0 ? 0 : inner[0];
        double span = inner.length == 0 ? 0 : inner[inner.length - 1] - low;
        double perUnit = cells / span;
        cellsPerUnit = cells > 1 && Double.isFinite(perUnit) ? perUnit : 0;
        before = new int[cells + 1];
        for (double edge : inner) {
            before[cell(edge) + 1]++;
        }
        for (int cell = 0; cell < cells; cell++) {
            before[cell + 1] += before[cell];
        }
    }

    /// A search for so many values.
    ///
    /// @param edges all edges, ascending, the outer ones included
    static Bins of(double[] edges, int values) {
        return new Bins(Arrays.copyOfRange(edges, 1, edges.length - 1), values > CELLS ? CELLS : 1);
    }

    /// The bin of a value that is not NaN, from 0.
    int of(double value) {
        int cell = cell(value);
        int from = before[cell];
        int to = before[cell + 1];
        if (from == to) {
            return from;
        }
        return among(value, from, to);
    }

    private int cell(double value) {
        int cell = (int) ((value - low) * cellsPerUnit);
        return Math.max(0, Math.min(before.length - 2, cell));
    }

    private int among(double value, int from, int to) {
        int low = from;
        int high = to;
        while (high - low > FEW) {
            int middle = (low + high) >>> 1;
            if (inner[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        while (low < high && inner[low] <= value) {
            low++;
        }
        return low;
    }
}
