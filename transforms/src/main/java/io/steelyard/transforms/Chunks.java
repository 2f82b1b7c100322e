package io.steelyard.transforms;

import java.util.stream.IntStream;

/// Work on the rows of a column in pieces, by several threads where there are many rows. Each row is computed on its
/// own, so that the number of threads changes no result.
final class Chunks {
    /// Rows of one piece: 256 KiB of doubles, which stay in a core's cache.
    static final int ROWS = 1 << 15;

    private Chunks() {}

    /// What is done to the rows from one (included) to another (not included).
    @FunctionalInterface
    interface Work {
        void on(int from, int to);
    }

    /// Does the work on all rows from 0. A few rows are done by the caller's thread alone.
    static void forEach(int rows, Work work) {
        if (rows <= 2 * ROWS) {
            work.on(0, rows);
            return;
        }
        eachPiece(rows, (piece, from, to) -> work.on(from, to));
    }

    /// What is done to a piece, whose number counts from 0.
    @FunctionalInterface
    interface PieceWork {
        void on(int piece, int from, int to);
    }

    /// Does the work on every piece, by its number: so that what is gathered a piece can be put together in order.
    static void eachPiece(int rows, PieceWork work) {
        IntStream pieces = IntStream.range(0, pieces(rows));
        (rows <= 2 * ROWS ? pieces : pieces.parallel()).forEach(piece -> {
            int from = piece * ROWS;
            work.on(piece, from, from + Math.min(ROWS, rows - from));
        });
    }

    /// How many pieces there are.
    static int pieces(int rows) {
        return rows / ROWS + (rows % ROWS == 0 ? 0 : 1);
    }
}
