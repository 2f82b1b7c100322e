package io.steelyard.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What CSV files of one table hold: looked through to the last byte before anything is read from them.
///
/// @param schema the columns
/// @param rows how many rows all files have
/// @param seen what stands in each column; nothing in one that is declared STRING or BOOLEAN
record CsvScan(Schema schema, long rows, List<CsvColumn> seen) {
    /// Looks through files.
    ///
    /// @param files the files, at least one
    /// @param format how they are written
    /// @param threads how many threads look
    /// @throws DataException of kind [DataException.Kind#MALFORMED] with file, line and remedy where a file is not written
    ///     so; of kind [DataException.Kind#EMPTY] where there is no row
    static CsvScan of(List<Path> files, CsvFormat format, int threads) {
        try (ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("csv-", 0).factory())) {
            return new Run(format, workers, threads).all(files);
        }
    }

    private static final class Run {
        private final CsvFormat format;
        private final ExecutorService workers;
        private final int most;
        private List<String> names = List.of();
        private String namedBy = "";
        private List<CsvColumn> columns = List.of();
        private boolean[] untyped = new boolean[0];
        private long rows;

        Run(CsvFormat format, ExecutorService workers, int threads) {
            this.format = format;
            this.workers = workers;
            this.most = threads + 1;
        }

        CsvScan all(List<Path> files) {
            for (Path file : files) {
                try (CsvBlocks blocks = CsvBlocks.open(file, format)) {
                    file(file, blocks);
                } catch (IOException e) {
                    throw new DataException(
                            DataException.Kind.UNREADABLE, "cannot read " + file + ": " + e.getMessage(), e);
                }
            }
            if (rows == 0) {
                throw new DataException(
                        DataException.Kind.EMPTY,
                        (files.size() == 1 ? files.getFirst() + " has" : "the files " + files + " have")
                                + " a header and no row\nGive it at least one row");
            }
            return new CsvScan(schema(), rows, columns);
        }

        private void file(Path file, CsvBlocks blocks) throws IOException {
            CsvBlock block = blocks.next();
            CsvBlock.First first = block == null ? null : block.first(format);
            if (block == null || first == null || first.values().isEmpty()) {
                throw new DataException(
                        DataException.Kind.EMPTY,
                        file + " is empty\nGive it "
                                + (format.header() == CsvFormat.Header.PRESENT ? "a header line and " : "")
                                + "at least one row");
            }
            begin(file.toString(), first);
            ArrayDeque<Future<CsvBlock.Seen>> running = new ArrayDeque<>();
            try {
                block = format.header() == CsvFormat.Header.PRESENT ? block.after(first) : block;
                while (block != null) {
                    CsvBlock next = block;
                    running.add(workers.submit(() -> next.scan(format, untyped)));
                    if (running.size() == most) {
                        add(running.remove());
                    }
                    block = blocks.next();
                }
                while (!running.isEmpty()) {
                    add(running.remove());
                }
            } finally {
                running.forEach(f -> f.cancel(true));
            }
        }

        private void begin(String file, CsvBlock.First first) {
            List<String> found = names(file, first);
            if (names.isEmpty()) {
                names = found;
                namedBy = file;
                columns = found.stream().map(name -> new CsvColumn()).toList();
                untyped = new boolean[found.size()];
                requireDeclared(found);
                for (int i = 0; i < untyped.length; i++) {
                    ColumnType declared = format.types().get(found.get(i));
                    untyped[i] = declared == ColumnType.STRING || declared == ColumnType.BOOLEAN;
                }
            } else if (!names.equals(found)) {
                throw new DataException(
                        DataException.Kind.MALFORMED,
                        file + " has the columns " + found + ", but " + namedBy + " has " + names
                                + "\nFiles of one table need the same header");
            }
        }

        private List<String> names(String file, CsvBlock.First first) {
            List<String> found = new ArrayList<>();
            if (format.header() == CsvFormat.Header.ABSENT) {
                for (int i = 0; i < first.values().size(); i++) {
                    found.add("column" + i);
                }
                return found;
            }
            for (String value : first.values()) {
                found.add(value.strip());
            }
            String place = file + ", line " + first.lines();
            int blank = found.indexOf("");
            if (blank >= 0) {
                throw new DataException(
                        DataException.Kind.MALFORMED,
                        place + ": column " + (blank + 1) + " has no name\nName it in the header"
                                + (blank == 0 ? " (pandas leaves its index out with to_csv(…, index=False))" : "")
                                + ", or say that there is no header");
            }
            requireDistinct(place, found);
            return found;
        }

        private void requireDeclared(List<String> found) {
            for (String declared : format.types().keySet()) {
                if (!found.contains(declared)) {
                    throw DataException.missingColumn(declared, found);
                }
            }
        }

        private void add(Future<CsvBlock.Seen> future) throws IOException {
            try {
                CsvBlock.Seen seen = future.get();
                rows += seen.rows();
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).append(seen.columns().get(i));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException r) {
                    throw r;
                }
                throw new IllegalStateException(e.getCause());
            }
        }

        private Schema schema() {
            List<Field> fields = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                ColumnType type = format.types().get(name);
                if (type == null) {
                    type = columns.get(i).inferred(name);
                } else {
                    columns.get(i).requireFits(name, type, format);
                }
                fields.add(new Field(name, type));
            }
            return new Schema(fields);
        }
    }

    /// Refuses names that SQL cannot tell apart.
    ///
    /// @param place the file, with the line where there is one
    static void requireDistinct(String place, List<String> names) {
        Map<String, String> seen = new HashMap<>();
        Set<String> exact = new HashSet<>();
        for (String name : names) {
            if (!exact.add(name)) {
                throw new DataException(
                        DataException.Kind.MALFORMED,
                        place + ": the column '" + name + "' stands twice (columns " + (names.indexOf(name) + 1)
                                + " and " + (names.lastIndexOf(name) + 1) + ")\nRename one of them");
            }
            String other = seen.put(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw new DataException(
                        DataException.Kind.MALFORMED,
                        place + ": the columns '" + other + "' and '" + name
                                + "' differ in case only, which SQL does not tell apart\nRename one of them");
            }
        }
    }
}
