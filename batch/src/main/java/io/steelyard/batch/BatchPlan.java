package io.steelyard.batch;

import io.steelyard.data.FileRows;
import io.steelyard.data.ParquetFile;
import io.steelyard.data.StoredColumn;
import java.util.ArrayList;
import java.util.List;

/// Cuts the rows of files into parts: runs of whole row groups, or several small files. The same files and size give the same parts.
final class BatchPlan {
    /// Below it, a part's own cost shows.
    private static final long LEAST_ROWS = 122_880;

    /// A stop loses at most so many rows of work a worker.
    private static final long MOST_ROWS = 500_000;

    private static final int PARTS_A_WORKER = 8;

    private final long partRows;
    private final List<FileRows> parts = new ArrayList<>();
    private final List<ParquetFile> small = new ArrayList<>();
    private long smallRows;

    private BatchPlan(long partRows) {
        this.partRows = partRows;
    }

    /// How many rows a part has about, so that all workers have to do until the end.
    static long partRows(long rows, int workers) {
        return Math.clamp(rows / ((long) workers * PARTS_A_WORKER), LEAST_ROWS, MOST_ROWS);
    }

    static List<FileRows> cut(List<ParquetFile> files, long partRows) {
        BatchPlan plan = new BatchPlan(partRows);
        files.stream().filter(file -> file.rows() > 0).forEach(plan::add);
        plan.endSmall();
        return List.copyOf(plan.parts);
    }

    private void add(ParquetFile file) {
        if (file.rows() >= partRows) {
            endSmall();
            addLarge(file);
            return;
        }
        if (!small.isEmpty() && !typesOf(small.getFirst()).equals(typesOf(file))) {
            endSmall();
        }
        small.add(file);
        smallRows += file.rows();
        if (smallRows >= partRows) {
            endSmall();
        }
    }

    private void addLarge(ParquetFile file) {
        long from = 0;
        long rows = 0;
        for (long group : file.groupRows()) {
            rows += group;
            if (rows >= partRows) {
                parts.add(new FileRows(List.of(file), from, rows));
                from += rows;
                rows = 0;
            }
        }
        if (rows > 0) {
            parts.add(new FileRows(List.of(file), from, rows));
        }
    }

    private void endSmall() {
        if (!small.isEmpty()) {
            parts.add(new FileRows(small, 0, smallRows));
            small.clear();
            smallRows = 0;
        }
    }

    private static List<StoredColumn> typesOf(ParquetFile file) {
        return file.columns();
    }
}
