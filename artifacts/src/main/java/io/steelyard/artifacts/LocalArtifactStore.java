package io.steelyard.artifacts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Artifacts in a folder. A path that leaves the folder through a symbolic link is refused too.
final class LocalArtifactStore implements ArtifactStore {
    private final Path root;
    private final Path incoming;

    private LocalArtifactStore(Path root) {
        this.root = root;
        this.incoming = root.resolve(ArtifactPath.INCOMING);
    }

    static LocalArtifactStore open(Path root) {
        try {
            return new LocalArtifactStore(Files.createDirectories(root).toRealPath());
        } catch (IOException e) {
            throw ArtifactException.failed("the artifact folder " + root + " cannot be used", e);
        }
    }

    @Override
    public void put(String path, InputStream content) {
        Path target = resolve(path);
        try {
            refuseFileAsFolder(path, target);
            Files.createDirectories(incoming);
            Path part = Files.createTempFile(incoming, "put-", null);
            try {
                write(part, content);
                Path folder = folder(target);
                Files.createDirectories(folder);
                requireInside(path, folder.toRealPath());
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw ArtifactException.failed("cannot store the artifact " + path, e);
        }
    }

    private void refuseFileAsFolder(String path, Path target) {
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw ArtifactException.invalid("cannot store the artifact " + path + ": a folder stands there");
        }
        for (Path above = folder(target); !above.equals(root); above = folder(above)) {
            if (Files.isRegularFile(above)) {
                throw ArtifactException.invalid(
                        "cannot store the artifact " + path + ": " + relative(above) + " is a file, not a folder");
            }
        }
    }

    private static void write(Path file, InputStream content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            content.transferTo(out);
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String path) {
        Path file = file(path);
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw ArtifactException.failed("cannot open the artifact " + path, e);
        }
    }

    @Override
    public long sizeBytes(String path) {
        Path file = file(path);
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw ArtifactException.failed("cannot measure the artifact " + path, e);
        }
    }

    @Override
    public List<ArtifactInfo> list(String path) {
        Path folder = path.isEmpty() ? root : resolve(path);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<ArtifactInfo> found = new ArrayList<>();
        try {
            requireInside(path, folder.toRealPath());
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, e -> !e.equals(incoming))) {
                for (Path entry : entries) {
                    BasicFileAttributes attributes =
                            Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    if (attributes.isDirectory()) {
                        found.add(new ArtifactInfo(relative(entry), ArtifactInfo.Kind.FOLDER, 0));
                    } else if (attributes.isRegularFile()) {
                        found.add(new ArtifactInfo(relative(entry), ArtifactInfo.Kind.FILE, attributes.size()));
                    }
                }
            }
        } catch (IOException e) {
            throw ArtifactException.failed("cannot list the artifacts in " + path, e);
        }
        found.sort(Comparator.comparing(ArtifactInfo::path));
        return List.copyOf(found);
    }

    @Override
    public void delete(String path) {
        Path target = resolve(path);
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            requireInside(path, folder(target).toRealPath());
            Files.walkFileTree(target, new Deleting());
        } catch (IOException e) {
            throw ArtifactException.failed("cannot delete the artifact " + path, e);
        }
    }

    private Path resolve(String path) {
        return root.resolve(new ArtifactPath(path).value());
    }

    /// What is below the root has a parent.
    private static Path folder(Path below) {
        return Objects.requireNonNull(below.getParent());
    }

    private Path file(String path) {
        Path file = resolve(path);
        if (!Files.isRegularFile(file)) {
            throw ArtifactException.notFound("there is no artifact " + path);
        }
        try {
            Path real = file.toRealPath();
            requireInside(path, real);
            return real;
        } catch (IOException e) {
            throw ArtifactException.failed("cannot open the artifact " + path, e);
        }
    }

    private void requireInside(String path, Path real) {
        if (!real.startsWith(root)) {
            throw ArtifactException.invalid(
                    "the artifact path '" + path + "' is refused: a link leads out of the store");
        }
    }

    private String relative(Path file) {
        return ArtifactPath.join("", root.relativize(file));
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
