package io.steelyard.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The files of a data set with the SHA-256 of each. Its own [#digest] is the data set's version.
///
/// @param files 64 lower-case hexadecimal digits a file, by the file's name: a path below the data set's folder, with
/// `/`
public record Manifest(Map<String, String> files) {
    private static final int DIGEST_LENGTH = 64;
    private static final int SEPARATOR_LENGTH = 2;

    public Manifest {
        files.forEach(Manifest::check);
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /// Reads a manifest as `sha256sum` writes it: a line a file, `<digest>  <name>`. Empty lines are passed over.
    ///
    /// @param file the manifest
    /// @return what it says
    /// @throws DataException of kind [DataException.Kind#NOT_FOUND] where there is no such file, of kind
    ///     [DataException.Kind#UNREADABLE], with the line's number, where it is no manifest, and of kind
    ///     [DataException.Kind#EMPTY] where it names no file
    public static Manifest read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DataException(DataException.Kind.NOT_FOUND, "there is no manifest " + file);
        }
        SortedMap<String, String> files = new TreeMap<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    add(files, lines.get(i), file + ", line " + (i + 1));
                }
            }
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot read the manifest " + file + ": " + e, e);
        }
        if (files.isEmpty()) {
            throw new DataException(DataException.Kind.EMPTY, "the manifest " + file + " names no file");
        }
        return new Manifest(files);
    }

    /// The manifest of files as they are now.
    ///
    /// @param folder the data set's folder
    /// @param names the files' names: paths below the folder
    /// @return their digests
    /// @throws DataException where a file is not there or cannot be read
    public static Manifest of(Path folder, List<String> names) {
        SortedMap<String, String> digests = new TreeMap<>();
        names.forEach(name -> digests.put(name, ContentDigest.of(folder.resolve(name))));
        return new Manifest(digests);
    }

    /// Compares every file with its digest.
    ///
    /// @param folder the data set's folder
    /// @throws DataException of kind [DataException.Kind#DAMAGED], with the file and both digests, where one differs;
    /// of
    ///     kind [DataException.Kind#NOT_FOUND] where one is missing
    public void verify(Path folder) {
        for (Map.Entry<String, String> entry : files.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            String found = ContentDigest.of(file);
            if (!found.equals(entry.getValue())) {
                throw new DataException(
                        DataException.Kind.DAMAGED,
                        file + " is damaged or was changed: its SHA-256 is " + found + ", but the manifest says "
                                + entry.getValue()
                                + "\nRestore the file, or make the manifest anew where the change is meant");
            }
        }
    }

    /// The text as `sha256sum` writes it, ordered by name.
    ///
    /// @return a line a file, each with a line feed
    public String text() {
        return files.entrySet().stream()
                .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /// The data set's version: the SHA-256 of [#text]. Equal files under equal names have equal versions, whatever the
    /// order in which a manifest names them.
    ///
    /// @return 64 lower-case hexadecimal digits
    public String digest() {
        return ContentDigest.ofText(text());
    }

    private static void add(SortedMap<String, String> files, String line, String place) {
        String separator = line.length() > DIGEST_LENGTH + SEPARATOR_LENGTH
                ? line.substring(DIGEST_LENGTH, DIGEST_LENGTH + SEPARATOR_LENGTH)
                : "";
        if (!separator.equals("  ") && !separator.equals(" *")) {
            throw new DataException(
                    DataException.Kind.UNREADABLE,
                    place + ": '" + line + "' is not of the form '<SHA-256 in 64 hexadecimal digits>  <file>'");
        }
        String name = line.substring(DIGEST_LENGTH + SEPARATOR_LENGTH);
        String digest = line.substring(0, DIGEST_LENGTH);
        try {
            check(name, digest);
        } catch (IllegalArgumentException e) {
            throw new DataException(DataException.Kind.UNREADABLE, place + ": " + e.getMessage(), e);
        }
        if (files.put(name, digest) != null) {
            throw new DataException(DataException.Kind.UNREADABLE, place + ": the file '" + name + "' stands twice");
        }
    }

    private static void check(String name, String digest) {
        if (digest.length() != DIGEST_LENGTH || !digest.chars().allMatch(Manifest::isLowerHex)) {
            throw new IllegalArgumentException("'" + digest + "' is not a SHA-256 of 64 lower-case hexadecimal digits");
        }
        Path path = Path.of(name);
        if (path.isAbsolute() || !path.normalize().equals(path) || path.startsWith("..") || name.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("'" + name + "' is not a path below the data set's folder");
        }
    }

    private static boolean isLowerHex(int character) {
        return HexFormat.isHexDigit(character) && !Character.isUpperCase(character);
    }
}
