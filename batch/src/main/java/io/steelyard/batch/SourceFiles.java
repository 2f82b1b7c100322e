package io.steelyard.batch;

import io.steelyard.data.DataException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/// The files that a source names.
final class SourceFiles {
    private static final String WILDCARDS = "*?[{";

    private SourceFiles() {}

    /// @param source a file, a folder with `.parquet` files in it and below, or a pattern in the way of
    /// [java.nio.file.FileSystem#getPathMatcher]
    /// @return the files in the order of their names; none where nothing matches
    /// @throws DataException of kind [DataException.Kind#NOT_FOUND] where a source without wildcards is not there
    static List<Path> of(String source) {
        Path path = Path.of(source);
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (Files.isDirectory(path)) {
            return matching(path, source + "/**.parquet");
        }
        if (isPattern(source)) {
            return matching(fixedPart(path), source);
        }
        throw new DataException(DataException.Kind.NOT_FOUND, "there is no file " + source);
    }

    private static List<Path> matching(Path folder, String pattern) {
        PathMatcher matcher = FileSystems.getDefault()
                .getPathMatcher("glob:" + Path.of(pattern).toAbsolutePath().normalize());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> matcher.matches(file.toAbsolutePath().normalize()))
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "the folder " + folder + " cannot be read: " + e, e);
        }
    }

    /// Whether a name below the folder begins as those do that other programs keep for themselves: `.out.parquet.parts`, `_temporary`.
    private static boolean isHidden(Path below) {
        for (Path part : below) {
            if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
                return true;
            }
        }
        return false;
    }

    /// The folder above the first part that holds a wildcard.
    private static Path fixedPart(Path pattern) {
        Path fixed = pattern.isAbsolute() ? pattern.getRoot() : Path.of("");
        for (Path part : pattern) {
            if (isPattern(part.toString())) {
                break;
            }
            fixed = fixed.resolve(part);
        }
        return fixed;
    }

    private static boolean isPattern(String text) {
        return text.chars().anyMatch(c -> WILDCARDS.indexOf(c) >= 0);
    }
}
