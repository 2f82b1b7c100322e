package io.steelyard.batch;

import io.steelyard.data.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The hidden folder beside an output, in which its parts stand until it is whole. It belongs to one process at a time. What is
/// finished there survives the process.
final class PartsFolder implements AutoCloseable {
    private static final String JOB = "job.json";
    private static final String LOCK = "lock";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private PartsFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Takes the folder of an output; it is made where it is not there.
    ///
    /// @throws DataException where another batch has it, or it cannot be made
    static PartsFolder claim(Path target) {
        Path absolute = target.toAbsolutePath().normalize();
        Path beside = Objects.requireNonNull(absolute.getParent(), "a file has a folder");
        Path folder = beside.resolve("." + absolute.getFileName() + ".parts");
        // The operating system's locks are a process's: it lets go of one as soon as the process closes the file
        // anywhere. So nobody
        // here may open a lock file twice.
        if (!CLAIMED.add(folder)) {
            throw taken(target);
        }
        try {
            while (true) {
                Files.createDirectories(folder);
                Optional<FileChannel> lock = lock(folder.resolve(LOCK), target);
                if (lock.isPresent()) {
                    return new PartsFolder(folder, lock.get());
                }
            }
        } catch (IOException e) {
            CLAIMED.remove(folder);
            throw new DataException(DataException.Kind.UNREADABLE, "cannot write beside " + target + ": " + e, e);
        } catch (DataException e) {
            CLAIMED.remove(folder);
            throw e;
        }
    }

    /// @return empty where the one who had it removed the folder in between
    private static Optional<FileChannel> lock(Path file, Path target) throws IOException {
        FileChannel channel = null;
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            Object before = key(file);
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw taken(target);
            }
            if (Objects.equals(before, key(file))) {
                return Optional.of(channel);
            }
            channel.close();
            return Optional.empty();
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            if (channel != null) {
                channel.close();
            }
            return Optional.empty();
        }
    }

    /// Which file stands there now.
    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private static DataException taken(Path target) {
        return new DataException(
                DataException.Kind.UNREADABLE,
                target + " is being written by another batch: wait for its end, or write to another file");
    }

    /// What the parts that stand here are made of; empty where nobody says.
    Optional<JobRecord> job() {
        return read(folder.resolve(JOB), JobRecord.class);
    }

    /// Removes all that stands here, and says what the next parts will be made of.
    void start(JobRecord job) {
        clear(List.of());
        write(folder.resolve(JOB), job);
    }

    /// Removes what a process left half done.
    void tidy(int parts) {
        List<Path> kept = Stream.iterate(0, number -> number + 1)
                .limit(parts)
                .filter(number -> finished(number).isPresent())
                .flatMap(number -> Stream.of(part(number), record(number)))
                .toList();
        clear(Stream.concat(kept.stream(), Stream.of(folder.resolve(JOB))).toList());
    }

    Path part(int number) {
        return folder.resolve("part-%06d.parquet".formatted(number));
    }

    /// Where the parts are joined.
    Path joined() {
        return folder.resolve("joined.parquet");
    }

    /// What is known of a part; empty where it is not finished.
    Optional<PartRecord> finished(int number) {
        return read(record(number), PartRecord.class).filter(part -> sizeBytes(part(number)) == part.bytes());
    }

    /// Says that a part stands there whole.
    PartRecord finish(int number, PartRecord part) {
        PartRecord sized = part.withBytes(sizeBytes(part(number)));
        write(record(number), sized);
        return sized;
    }

    /// Puts the joined file in its place, and removes the folder.
    void deliver(Path target) {
        try {
            Files.move(joined(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            remove();
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot put " + target + " in place: " + e, e);
        }
    }

    /// Removes the folder where no part in it could be used again.
    void removeIfUseless() {
        try (Stream<Path> files = Files.list(folder)) {
            if (files.noneMatch(file -> file.getFileName().toString().matches("part-.*\\.json"))) {
                remove();
            }
        } catch (IOException | UncheckedIOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot remove " + folder + ": " + e, e);
        }
    }

    private void remove() throws IOException {
        clear(List.of());
        Files.delete(folder.resolve(LOCK));
        Files.delete(folder);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot close " + folder + ": " + e, e);
        } finally {
            CLAIMED.remove(folder);
        }
    }

    private Path record(int number) {
        return folder.resolve("part-%06d.json".formatted(number));
    }

    private static long sizeBytes(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : -1;
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot read " + file + ": " + e, e);
        }
    }

    private void clear(List<Path> kept) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!kept.contains(file) && !file.endsWith(LOCK)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot tidy " + folder + ": " + e, e);
        }
    }

    /// A file that is not there, or that a crash of the machine left damaged, says nothing.
    private static <T extends Record> Optional<T> read(Path file, Class<T> type) {
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(Files.readAllBytes(file), type)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot read " + file + ": " + e, e);
        }
    }

    private static void write(Path file, Record content) {
        Path pending = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(pending, JSON.writeValueAsBytes(content));
            Files.move(pending, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot write " + file + ": " + e, e);
        }
    }
}
