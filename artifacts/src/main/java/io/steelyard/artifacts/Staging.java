package io.steelyard.artifacts;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.zip.CRC32C;

/// Where files wait until they are whole. What is in here is no artifact yet.
final class Staging {
    private static final Duration GIVEN_UP = Duration.ofDays(1);
    private static final int PIECE_BYTES = 1 << 16;

    private final Path folder;

    /// @param folder the folder; it is made when it is first needed
    Staging(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /// Takes a stream in, onto the disk.
    ///
    /// @param name what is stored, for messages
    Staged take(String name, InputStream content) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "put-", null);
        try {
            return new Staged(file, write(name, file, content));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static String write(String name, Path file, InputStream content) throws IOException {
        CRC32C sum = new CRC32C();
        long size = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] piece = new byte[PIECE_BYTES];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                sum.update(piece, 0, read);
                write(name, channel, ByteBuffer.wrap(piece, 0, read));
                size += read;
            }
            channel.force(true);
        }
        return String.format("%08x-%x", sum.getValue(), size);
    }

    private static void write(String name, FileChannel channel, ByteBuffer piece) {
        try {
            while (piece.hasRemaining()) {
                channel.write(piece);
            }
        } catch (IOException e) {
            throw DiskFailure.of("cannot store " + name, e);
        }
    }

    /// Deletes what nobody has touched for a day: what a process left that was ended in the middle.
    void sweep() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant oldest = Instant.now().minus(GIVEN_UP);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (touched(entry).isBefore(oldest)) {
                    FolderTree.delete(entry);
                }
            }
        }
    }

    private static Instant touched(Path entry) throws IOException {
        try {
            return Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (NoSuchFileException e) {
            // Another process has just finished it.
            return Instant.MAX;
        }
    }

    /// A file that is whole and on the disk, but has no place yet.
    ///
    /// @param file where it waits
    /// @param tag a text that stands for its content
    record Staged(Path file, String tag) implements AutoCloseable {
        /// Puts the file in its place, so that it stands there after a crash too.
        void moveTo(Path target) throws IOException {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(Objects.requireNonNull(target.toAbsolutePath().getParent()));
        }

        /// Only POSIX systems let a folder be forced.
        private static void force(Path folder) throws IOException {
            if (File.separatorChar == '/') {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
