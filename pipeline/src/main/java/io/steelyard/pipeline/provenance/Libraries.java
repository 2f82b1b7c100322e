package io.steelyard.pipeline.provenance;

import io.steelyard.data.ContentDigest;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The libraries on this process's class path, those that a jar's manifest adds included.
final class Libraries {
    private static final Pattern JAR = Pattern.compile("(?<name>.+?)(?:-(?<version>\\d.*))?\\.jar");
    private static final int PARTS_OF_FOLDER = 3;

    private Libraries() {}

    /// Lists and digests them.
    ///
    /// @return the libraries by name; what cannot be read is left out
    static List<Library> loaded() {
        Set<Path> paths = new LinkedHashSet<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                add(paths, Path.of(entry).toAbsolutePath().normalize());
            }
        }
        List<Library> libraries = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isRegularFile(path)) {
                libraries.add(jar(path));
            } else if (Files.isDirectory(path)) {
                libraries.add(folder(path));
            }
        }
        libraries.sort(Comparator.comparing(Library::name).thenComparing(Library::version));
        return List.copyOf(libraries);
    }

    private static void add(Set<Path> paths, Path path) {
        if (!paths.add(path) || !Files.isRegularFile(path)) {
            return;
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            Manifest manifest = jar.getManifest();
            String more = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (more != null) {
                for (String each : more.strip().split("\\s+", -1)) {
                    URI place = path.toUri().resolve(each);
                    if ("file".equals(place.getScheme())) {
                        add(paths, Path.of(place).normalize());
                    }
                }
            }
        } catch (IOException e) {
            // no jar: it is listed with its digest, which says what it is
        }
    }

    static Library jar(Path path) {
        String file = Objects.requireNonNull(path.getFileName()).toString();
        Matcher matcher = JAR.matcher(file);
        String digest = ContentDigest.of(path);
        if (!matcher.matches()) {
            return new Library(file, "", digest);
        }
        String version = matcher.group("version");
        return new Library(matcher.group("name"), version == null ? "" : version, digest);
    }

    private static Library folder(Path path) {
        int parts = path.getNameCount();
        return new Library(
                path.subpath(Math.max(0, parts - PARTS_OF_FOLDER), parts).toString(), "", "");
    }
}
