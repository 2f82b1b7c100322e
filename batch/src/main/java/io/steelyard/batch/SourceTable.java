package io.steelyard.batch;

import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.Field;
import io.steelyard.data.Nearest;
import io.steelyard.data.ParquetFile;
import io.steelyard.data.Schema;
import io.steelyard.data.StoredColumn;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The files of a source as one table, checked before the first row is scored: each has the columns that the model takes, of their
/// types, and the columns to keep, of the same type in all files.
///
/// @param files the files, in order
/// @param kept the columns to keep, in order
record SourceTable(List<ParquetFile> files, List<String> kept) {
    /// @param paths the files
    /// @param choice which columns to keep
    /// @param inputs what the model takes
    /// @param added the columns that the output gets beside the kept ones
    static SourceTable open(List<Path> paths, KeptColumns choice, Schema inputs, Schema added) {
        List<ParquetFile> files = ParquetFile.read(paths);
        ParquetFile first = files.getFirst();
        List<String> kept = switch (choice) {
            case KeptColumns.All() ->
                first.columns().stream().map(StoredColumn::name).toList();
            case KeptColumns.Named(List<String> names) -> names;
        };
        for (String name : kept) {
            if (added.indexOf(name).isPresent()) {
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        first.path() + " has a column '" + name
                                + "', but the output has one of that name too: choose the columns to keep without it");
            }
        }
        for (ParquetFile file : files) {
            inputs.fields().forEach(field -> requireInput(file, field));
            kept.forEach(name -> requireKept(file, first, name));
            if (choice instanceof KeptColumns.All) {
                requireNoMore(file, first);
            }
        }
        return new SourceTable(files, kept);
    }

    long rows() {
        return files.stream().mapToLong(ParquetFile::rows).sum();
    }

    private static void requireInput(ParquetFile file, Field field) {
        StoredColumn column = require(file, field.name(), "which the model takes");
        ColumnType type = column.columnType().orElse(null);
        boolean fits = type == field.type() || (field.type() == ColumnType.DOUBLE && type == ColumnType.LONG);
        if (!fits) {
            throw new DataException(
                    DataException.Kind.WRONG_TYPE,
                    file.path() + ": the column '" + field.name() + "' is of type " + column.type()
                            + ", but the model takes " + field.type().spelling()
                            + ": cast it when the file is written");
        }
    }

    private static void requireKept(ParquetFile file, ParquetFile first, String name) {
        StoredColumn column = require(file, name, "which is to be kept");
        StoredColumn before = require(first, name, "which is to be kept");
        if (!column.type().equals(before.type())) {
            throw new DataException(
                    DataException.Kind.WRONG_TYPE,
                    file.path() + ": the column '" + name + "' is of type " + column.type() + ", but in " + first.path()
                            + " of type " + before.type()
                            + ": it cannot be kept as one column; write the files with one type, or leave it out");
        }
    }

    private static StoredColumn require(ParquetFile file, String name, String why) {
        return file.column(name).orElseThrow(() -> {
            List<String> present =
                    file.columns().stream().map(StoredColumn::name).toList();
            String nearest = Nearest.to(name, present)
                    .map(n -> "; the nearest is '" + n + "'")
                    .orElse("; there are " + present);
            return new DataException(
                    DataException.Kind.MISSING_COLUMN, file.path() + " has no column '" + name + "', " + why + nearest);
        });
    }

    private static void requireNoMore(ParquetFile file, ParquetFile first) {
        Set<String> more =
                new HashSet<>(file.columns().stream().map(StoredColumn::name).toList());
        first.columns().forEach(column -> more.remove(column.name()));
        if (!more.isEmpty()) {
            throw new DataException(
                    DataException.Kind.WRONG_TYPE,
                    file.path() + " has the columns " + more.stream().sorted().toList() + ", which " + first.path()
                            + " does not have: choose the columns to keep");
        }
    }
}
