package io.steelyard.artifacts;

import io.steelyard.artifacts.Staging.Staged;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Artifacts in a folder. A path that leaves the folder through a symbolic link is refused too.
final class LocalArtifactStore implements ArtifactStore {
    private final Path root;
    private final Staging staging;
    private final LocalUploads uploads;

    private LocalArtifactStore(Path root) {
        this.root = root;
        this.staging = new Staging(root.resolve(ArtifactPath.INCOMING));
        this.uploads = new LocalUploads(this, staging);
    }

    static LocalArtifactStore open(Path root) {
        try {
            LocalArtifactStore store =
                    new LocalArtifactStore(Files.createDirectories(root).toRealPath());
            store.staging.sweep();
            return store;
        } catch (IOException e) {
            throw ArtifactException.failed("the artifact folder " + root + " cannot be used", e);
        }
    }

    @Override
    public void put(String path, InputStream content) {
        target(path);
        try (Staged staged = staging.take("the artifact " + path, content)) {
            place(path, staged);
        } catch (IOException e) {
            throw DiskFailure.of("cannot store the artifact " + path, e);
        }
    }

    /// Puts a file in its place.
    void place(String path, Staged staged) throws IOException {
        Path target = target(path);
        Path folder = folder(target);
        Files.createDirectories(folder);
        requireInside(path, folder.toRealPath());
        staged.moveTo(target);
    }

    /// Where a file may be put.
    Path target(String path) {
        Path target = resolve(path);
        refuseFileAsFolder(path, target);
        return target;
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

    @Override
    public InputStream open(String path) {
        Path file = existing(path);
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw ArtifactException.failed("cannot open the artifact " + path, e);
        }
    }

    @Override
    public ArtifactFile file(String path) {
        Path file = existing(path);
        try {
            return LocalArtifactFile.open(path, file);
        } catch (IOException e) {
            throw ArtifactException.failed("cannot open the artifact " + path, e);
        }
    }

    @Override
    public long sizeBytes(String path) {
        Path file = existing(path);
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
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, e -> !e.equals(staging.folder()))) {
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
            FolderTree.delete(target);
        } catch (IOException e) {
            throw ArtifactException.failed("cannot delete the artifact " + path, e);
        }
    }

    @Override
    public PartedUploads uploads() {
        return uploads;
    }

    private Path resolve(String path) {
        return root.resolve(new ArtifactPath(path).value());
    }

    /// What is below the root has a parent.
    private static Path folder(Path below) {
        return Objects.requireNonNull(below.getParent());
    }

    private Path existing(String path) {
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
}
