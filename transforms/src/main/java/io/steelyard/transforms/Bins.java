package io.steelyard.transforms;

import java.util.Arrays;

/// Finds the bins of values between edges, as `numpy.digitize` with the inner edges: how many inner edges a value
/// reaches.
///
/// For many values a table says what lies where: the span of the inner edges is cut into equal cells, so small that none
/// holds two different edges, and each cell knows its edge and the bins before and after it. The cell of a value never
/// falls as the value grows, rounding or not, so comparing with the cell's own edge is exact. Where no such cells are
/// found, and for few values, the edges are searched by halves.
final class Bins {
    private static final int[] CELLS = {1 << 10, 1 << 13, 1 << 16};
    private static final int FEW = CELLS[0];

    private final double[] inner;
    private final double low;
    private final double cellsPerUnit;
    private final Cell cells;

    /// What each cell knows; empty arrays where the edges are searched.
    ///
    /// @param edge its edge; infinity where it has none
    /// @param below the bin of values below the edge
    /// @param above the bin of others
    private record Cell(double[] edge, double[] below, double[] above) {
        static final Cell NONE = new Cell(new double[0], new double[0], new double[0]);

        boolean isNone() {
            return edge.length == 0;
        }
    }

    private Bins(double[] inner, int values) {
        this.inner = inner;
        low = inner.length == 0 ? 0 : inner[0];
        double span = inner.length == 0 ? 0 : inner[inner.length - 1] - low;
        double perUnit = 0;
        Cell known = Cell.NONE;
        for (int i = 0; i < CELLS.length && known.isNone() && values > FEW && CELLS[i] <= values; i++) {
            double wanted = span > 0 ? CELLS[i] / span : 0;
            perUnit = Double.isFinite(wanted) ? wanted : 0;
            known = cells(CELLS[i], perUnit);
        }
        cellsPerUnit = perUnit;
        cells = known;
    }

    /// A search for so many values.
    ///
    /// @param edges all edges, ascending, the outer ones included
    static Bins of(double[] edges, int values) {
        return new Bins(Arrays.copyOfRange(edges, 1, edges.length - 1), values);
    }

    /// Writes the bins of the values from one (included) to another (not included).
    ///
    /// @param values the values; NaN is missing
    /// @param missing what is written for it
    /// @param bins where the bins go, at the same places
    void find(double[] values, int from, int to, double missing, double[] bins) {
        if (cells.isNone()) {
            for (int row = from; row < to; row++) {
                double x = values[row];
                bins[row] = !Double.isNaN(x) ? searched(x) : missing;
            }
            return;
        }
        double[] edge = cells.edge();
        double[] below = cells.below();
        double[] above = cells.above();
        int last = edge.length - 1;
        for (int row = from; row < to; row++) {
            double x = values[row];
            int cell = Math.max(0, Math.min(last, (int) ((x - low) * cellsPerUnit)));
            double bin = x >= edge[cell] ? above[cell] : below[cell];
            bins[row] = !Double.isNaN(x) ? bin : missing;
        }
    }

    private Cell cells(int count, double perUnit) {
        Cell known = new Cell(new double[count], new double[count], new double[count]);
        Arrays.fill(known.edge(), Double.POSITIVE_INFINITY);
        int next = 0;
        for (int cell = 0; cell < count; cell++) {
            known.below()[cell] = next;
            while (next < inner.length && cell(inner[next], perUnit, count) == cell) {
                if (known.edge()[cell] != Double.POSITIVE_INFINITY && known.edge()[cell] != inner[next]) {
                    return Cell.NONE;
                }
                known.edge()[cell] = inner[next];
                next++;
            }
            known.above()[cell] = next;
        }
        return known;
    }

    private int cell(double value, double perUnit, int count) {
        return Math.max(0, Math.min(count - 1, (int) ((value - low) * perUnit)));
    }

    private int searched(double value) {
        int from = 0;
        int to = inner.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (inner[middle] <= value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
