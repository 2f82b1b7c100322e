package io.steelyard.artifacts;

import io.steelyard.artifacts.Staging.Staged;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// Uploads in a folder: each has a folder `<id>`, in it a file `path` and the parts `<number>-<tag>`. Whoever completes
/// one renames its folder to `<id>.joining` first, so that only one does; a file `<id>.done` remains, for the caller
/// who never saw the answer and asks again.
final class LocalUploads implements PartedUploads {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern TAG = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{1,16}");
    private static final String PATH_FILE = "path";

    private final SecureRandom random = new SecureRandom();
    private final LocalArtifactStore store;
    private final Staging staging;

    LocalUploads(LocalArtifactStore store, Staging staging) {
        this.store = store;
        this.staging = staging;
    }

    @Override
    public String start(String path) {
        store.target(path);
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        try {
            Path folder = Files.createDirectories(folder(id));
            Files.writeString(folder.resolve(PATH_FILE), path);
            return id;
        } catch (IOException e) {
            throw DiskFailure.of("cannot begin an upload of " + path, e);
        }
    }

    @Override
    public Part put(String id, int number, InputStream content) {
        if (number < 1 || number > GREATEST_PART) {
            throw ArtifactException.invalid("a part's number is from 1 to " + GREATEST_PART + ", not " + number);
        }
        Path folder = folder(id);
        if (!Files.isDirectory(folder)) {
            throw unknown(id);
        }
        try (Staged part = staging.take("part " + number + " of the upload " + id, content)) {
            part.moveTo(folder.resolve(number + "-" + part.tag()));
            return new Part(number, part.tag());
        } catch (NoSuchFileException e) {
            throw unknown(id);
        } catch (IOException e) {
            throw ArtifactException.failed("cannot store part " + number + " of the upload " + id, e);
        }
    }

    @Override
    public void complete(String path, String id, List<Part> parts) {
        Path done = state(id, ".done");
        Path joining = state(id, ".joining");
        try {
            if (Files.exists(done)) {
                requirePath(path, id, done);
                return;
            }
            if (!Files.isDirectory(folder(id))) {
                throw Files.isDirectory(joining)
                        ? ArtifactException.invalid("the upload " + id + " is being completed, or that has failed.\n"
                                + "Abort it and send the file again.")
                        : unknown(id);
            }
            requirePath(path, id, folder(id).resolve(PATH_FILE));
            List<Path> files = files(id, parts);
            Files.move(folder(id), joining, StandardCopyOption.ATOMIC_MOVE);
            Path whole = join(files.stream()
                    .map(file -> joining.resolve(file.getFileName()))
                    .toList());
            Path pathFile = joining.resolve(PATH_FILE);
            store.place(path, new Staged(whole, ""));
            Files.move(pathFile, done, StandardCopyOption.ATOMIC_MOVE);
            FolderTree.delete(joining);
        } catch (IOException e) {
            throw DiskFailure.of("cannot put the parts of " + path + " together", e);
        }
    }

    private void requirePath(String path, String id, Path file) throws IOException {
        String begun = Files.readString(file);
        if (!begun.equals(path)) {
            throw ArtifactException.invalid("the upload " + id + " is one of " + begun + ", not of " + path);
        }
    }

    /// The files of all parts, in order.
    private List<Path> files(String id, List<Part> parts) {
        if (parts.isEmpty()) {
            throw ArtifactException.invalid("the upload " + id + " is to be completed without any part");
        }
        if (parts.stream().mapToInt(Part::number).distinct().count() < parts.size()) {
            throw ArtifactException.invalid("the upload " + id + " is to be completed with a part that stands twice");
        }
        Path folder = folder(id);
        return parts.stream()
                .sorted(Comparator.comparingInt(Part::number))
                .map(part -> file(id, folder, part))
                .toList();
    }

    private static Path file(String id, Path folder, Part part) {
        if (TAG.matcher(part.tag()).matches()) {
            Path file = folder.resolve(part.number() + "-" + part.tag());
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw ArtifactException.invalid("part " + part.number() + " of the upload " + id
                + " has not arrived, or with another content than '" + part.tag() + "' stands for");
    }

    /// Appends all to the first, each gone when it is appended: the disk holds one part twice at most.
    private static Path join(List<Path> parts) throws IOException {
        Path whole = parts.getFirst();
        try (FileChannel target = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            target.position(target.size());
            for (Path part : parts.subList(1, parts.size())) {
                try (FileChannel source = FileChannel.open(part, StandardOpenOption.READ)) {
                    long size = source.size();
                    for (long copied = 0; copied < size; ) {
                        copied += source.transferTo(copied, size - copied, target);
                    }
                }
                Files.delete(part);
            }
            target.force(true);
        }
        return whole;
    }

    @Override
    public void abort(String id) {
        try {
            for (Path folder : List.of(folder(id), state(id, ".joining"))) {
                if (Files.exists(folder)) {
                    FolderTree.delete(folder);
                }
            }
        } catch (IOException e) {
            throw ArtifactException.failed("cannot give up the upload " + id, e);
        }
    }

    private Path folder(String id) {
        return state(id, "");
    }

    private Path state(String id, String suffix) {
        if (!ID.matcher(id).matches()) {
            throw unknown(id);
        }
        return staging.folder().resolve(id + suffix);
    }

    private static ArtifactException unknown(String id) {
        return ArtifactException.notFound("there is no upload '" + id + "': it was completed, aborted or given up");
    }
}
