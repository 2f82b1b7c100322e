package io.steelyard.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The digests of a data set's files: what the data set is, to the byte. As a file it is what `sha256sum` writes and
/// checks, one
/// line a file: 64 hexadecimal digits, two blanks, the name.
///
/// @param files the SHA-256 of each file by its name, relative to the manifest's folder
public record Manifest(Map<String, String> files) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    public Manifest {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /// Reads a manifest.
    ///
    /// @param file the manifest's file
    /// @return the manifest
    /// @throws DataException where it cannot be read, or a line is not one of a manifest
    public static Manifest read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new DataException(
                    DataException.Kind.UNREADABLE, "cannot read the manifest " + file + ": " + e.getMessage(), e);
        }
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = LINE.matcher(lines.get(i));
            if (matcher.matches()) {
                files.put(matcher.group(2), matcher.group(1));
            } else if (!lines.get(i).isBlank()) {
                throw new DataException(
                        DataException.Kind.DAMAGED,
                        file + ", line " + (i + 1) + ": not a line of a manifest: it must be as sha256sum writes it");
            }
        }
        return new Manifest(files);
    }

    /// The manifest of some files as they are now.
    ///
    /// @param folder the folder that names are relative to
    /// @param names the files' names
    /// @return the manifest
    /// @throws DataException where a file is not there or cannot be read
    public static Manifest of(Path folder, List<String> names) {
        return new Manifest(
                names.stream().collect(Collectors.toMap(name -> name, name -> ContentDigest.of(folder.resolve(name)))));
    }

    /// Checks that every file is what the manifest says.
    ///
    /// @param folder the folder that names are relative to
    /// @throws DataException of kind [DataException.Kind#DAMAGED] for the first file that differs, of kind
    ///     [DataException.Kind#NOT_FOUND] for one that is not there
    public void verify(Path folder) {
        files.forEach((name, expected) -> {
            Path file = folder.resolve(name);
            String found = ContentDigest.of(file);
            if (!found.equals(expected)) {
                throw new DataException(
                        DataException.Kind.DAMAGED,
                        file + " is damaged or was changed: its SHA-256 is " + found + ", but the manifest says "
                                + expected);
            }
        });
    }

    /// One digest for the whole data set.
    ///
    /// @return the SHA-256 of the manifest's text: 64 lower-case hexadecimal digits
    public String digest() {
        return ContentDigest.ofText(text());
    }

    /// The manifest as its file holds it, sorted by name.
    ///
    /// @return the text, every line ended
    public String text() {
        return files.entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
    }
}
