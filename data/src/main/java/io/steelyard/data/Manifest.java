package io.steelyard.data;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of a data set with the SHA-256 of each. Its own [#digest] is the data set's version.
///
/// @param files 64 lower-case hexadecimal digits a file, by the file's name: a path below the data set's folder, with
///     `/`
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
        return new Manifest(names.parallelStream()
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> ContentDigest.of(folder.resolve(name)))));
    }

    /// The names of all files in a folder and in those below it, hidden ones too.
    ///
    /// @param folder the data set's folder
    /// @return their paths below it, at least one
    /// @throws DataException of kind [DataException.Kind#NOT_FOUND] where there is no such folder or no file in it
    public static List<String> namesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataException(DataException.Kind.NOT_FOUND, "there is no folder " + folder);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> name(folder, file))
                    .sorted()
                    .toList();
            if (names.isEmpty()) {
                throw new DataException(DataException.Kind.NOT_FOUND, "the folder " + folder + " holds no file");
            }
            return names;
        } catch (IOException | UncheckedIOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot read the folder " + folder + ": " + e, e);
        }
    }

    /// Compares every file with its digest.
    ///
    /// @param folder the data set's folder
    /// @throws DataException of kind [DataException.Kind#DAMAGED], with the file and both digests, where one differs; of
    ///     kind [DataException.Kind#NOT_FOUND] where one is missing. Of several, the first by name is named
    public void verify(Path folder) {
        List<FileDifference> differences = differences(folder);
        if (differences.isEmpty()) {
            return;
        }
        FileDifference first = differences.getFirst();
        Path file = folder.resolve(first.file());
        String more = differences.size() == 1 ? "" : " (and " + (differences.size() - 1) + " more)";
        if (first.found() == null) {
            throw new DataException(
                    DataException.Kind.NOT_FOUND,
                    "there is no file " + file + ", which the manifest names" + more
                            + "\nRestore it, or make the manifest anew where the change is meant");
        }
        throw new DataException(
                DataException.Kind.DAMAGED,
                file + " is damaged or was changed: its SHA-256 is " + first.found() + ", but the manifest says "
                        + first.expected() + more
                        + "\nRestore the file, or make the manifest anew where the change is meant");
    }

    /// Which files are not as this manifest says. Files that it does not name are not looked for.
    ///
    /// @param folder the data set's folder
    /// @return a difference a file, changed or missing, by name; empty where all is as it says
    /// @throws DataException where a file is there and cannot be read
    public List<FileDifference> differences(Path folder) {
        List<String> present = files.keySet().stream()
                .filter(name -> Files.exists(folder.resolve(name)))
                .toList();
        return differences(of(folder, present));
    }

    /// What another manifest of the data set says differently.
    ///
    /// @param other the other one, usually a later one
    /// @return a difference a file, by name: changed, missing in the other one, or added by it
    public List<FileDifference> differences(Manifest other) {
        SortedSet<String> names = new TreeSet<>(files.keySet());
        names.addAll(other.files.keySet());
        List<FileDifference> differences = new ArrayList<>();
        for (String name : names) {
            String expected = files.get(name);
            String found = other.files.get(name);
            if (!Objects.equals(expected, found)) {
                FileDifference.Kind kind = found == null
                        ? FileDifference.Kind.MISSING
                        : expected == null ? FileDifference.Kind.ADDED : FileDifference.Kind.CHANGED;
                differences.add(new FileDifference(name, kind, expected, found));
            }
        }
        return List.copyOf(differences);
    }

    /// Writes [#text] to a file, which appears, or is replaced, when all of it is written.
    ///
    /// @param file the manifest's file
    /// @throws DataException where it cannot be written
    public void write(Path file) {
        try (PendingFile pending = PendingFile.beside(file)) {
            Files.writeString(pending.path(), text());
            pending.complete();
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot write the manifest " + file + ": " + e, e);
        }
    }

    /// The name by which a manifest knows a file.
    ///
    /// @param folder the data set's folder
    /// @param file a file in it, or in a folder below
    /// @return its path below the folder, with `/`
    /// @throws DataException of kind [DataException.Kind#NOT_FOUND] where it does not lie there
    public static String name(Path folder, Path file) {
        Path whole = folder.toAbsolutePath().normalize();
        Path inside = file.toAbsolutePath().normalize();
        if (!inside.startsWith(whole) || inside.equals(whole)) {
            throw new DataException(
                    DataException.Kind.NOT_FOUND,
                    file + " does not lie in the folder " + folder
                            + ", and a manifest names files below its own folder");
        }
        return whole.relativize(inside).toString().replace(File.separatorChar, '/');
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
