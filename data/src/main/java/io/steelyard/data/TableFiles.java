package io.steelyard.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// The files of one table.
///
/// @param kind how they are written
/// @param files the files, at least one
public record TableFiles(Kind kind, List<Path> files) {
    /// How a table's files are written.
    public enum Kind {
        /// Parquet: names end with `.parquet`.
        PARQUET,
        /// CSV: names end with `.csv`, `.tsv`, `.txt` or one of these and `.gz`.
        CSV;

        /// The kind that a file's name tells.
        ///
        /// @param file the file's name, or a pattern
        /// @return CSV for the ends above, else PARQUET
        public static Kind of(String file) {
            String name = file.toLowerCase(Locale.ROOT);
            String plain = name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
            return plain.endsWith(".csv") || plain.endsWith(".tsv") || plain.endsWith(".txt") ? CSV : PARQUET;
        }

        /// Whether a folder's file of that name counts.
        private boolean matches(Path file) {
            String name = file.toString();
            return switch (this) {
                case CSV -> of(name) == CSV;
                case PARQUET -> name.toLowerCase(Locale.ROOT).endsWith(".parquet");
            };
        }
    }

    public TableFiles {
        files = List.copyOf(files);
    }

    /// The files of a table, whose kind their names tell.
    ///
    /// @param places files, folders or patterns, at least one; a folder is searched for Parquet files, and where it has none
    ///     for CSV files
    /// @return the files, in the order of the places and of their names
    /// @throws DataException of kind [DataException.Kind#NOT_FOUND] where there is none, of kind
    ///     [DataException.Kind#MALFORMED] where they are of both kinds
    public static TableFiles of(List<String> places) {
        List<Path> files = new ArrayList<>();
        for (String place : places) {
            files.addAll(
                    Files.isDirectory(Path.of(place)) && !holds(Path.of(place), Kind.PARQUET)
                            ? of(place, Kind.CSV)
                            : of(place, Kind.of(place)));
        }
        Kind kind = Kind.of(files.getFirst().toString());
        for (Path file : files) {
            if (Kind.of(file.toString()) != kind) {
                throw new DataException(
                        DataException.Kind.MALFORMED,
                        files.getFirst() + " and " + file + " are not of one kind\nGive Parquet files or CSV files");
            }
        }
        return new TableFiles(kind, files);
    }

    private static boolean holds(Path folder, Kind kind) {
        return !below(folder, kind::matches).isEmpty();
    }

    /// The files of a table.
    ///
    /// @param place a file, a folder, or a pattern with `*`, `**`, `?` or `{a,b}`. Of a folder, and of those in it, all
    ///     files count whose names end like the kind's, and of a pattern all that match; names that begin with `_` or
    ///     `.` are left out, because writers keep their notes there
    /// @param kind what a folder is searched for
    /// @return the files, at least one, in the order of their names
    /// @throws DataException of kind [DataException.Kind#NOT_FOUND] where there is none
    public static List<Path> of(String place, Kind kind) {
        return isPattern(place) && !Files.exists(Path.of(place)) ? matching(place) : of(Path.of(place), kind);
    }

    private static List<Path> of(Path place, Kind kind) {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        if (!Files.isDirectory(place)) {
            throw new DataException(DataException.Kind.NOT_FOUND, "there is no file " + place);
        }
        List<Path> files = below(place, kind::matches);
        if (files.isEmpty()) {
            throw new DataException(
                    DataException.Kind.NOT_FOUND,
                    "the folder " + place + " holds no file that ends with ."
                            + kind.name().toLowerCase(Locale.ROOT));
        }
        return files;
    }

    private static List<Path> matching(String pattern) {
        Path folder = fixedFolder(pattern);
        PathMatcher matcher;
        try {
            matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw new DataException(
                    DataException.Kind.NOT_FOUND, "the pattern " + pattern + " is wrong: " + e.getDescription(), e);
        }
        List<Path> files = Files.isDirectory(folder) ? below(folder, matcher::matches) : List.of();
        if (files.isEmpty()) {
            throw new DataException(DataException.Kind.NOT_FOUND, "no file matches " + pattern);
        }
        return files;
    }

    private static List<Path> below(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(file -> !isHidden(folder.relativize(file)))
                    .filter(wanted)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot read the folder " + folder + ": " + e, e);
        }
    }

    private static boolean isHidden(Path path) {
        for (Path name : path) {
            if (name.toString().startsWith("_") || name.toString().startsWith(".")) {
                return !name.toString().isEmpty();
            }
        }
        return false;
    }

    static boolean isPattern(String place) {
        return place.chars().anyMatch(c -> c == '*' || c == '?' || c == '{' || c == '[');
    }

    /// The folder before the first name with a sign of a pattern.
    private static Path fixedFolder(String pattern) {
        String fixed = pattern;
        while (isPattern(fixed)) {
            int slash = fixed.lastIndexOf('/');
            if (slash < 0) {
                return Path.of("");
            }
            fixed = slash == 0 ? "/" : fixed.substring(0, slash);
        }
        return Path.of(fixed);
    }
}
