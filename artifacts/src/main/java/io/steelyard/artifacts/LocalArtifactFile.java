package io.steelyard.artifacts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/// An open file of a folder.
final class LocalArtifactFile implements ArtifactFile {
    private static final int PIECE_BYTES = 1 << 16;

    private final String path;
    private final FileChannel channel;
    private final long sizeBytes;
    private final String version;

    private LocalArtifactFile(String path, FileChannel channel, long sizeBytes, String version) {
        this.path = path;
        this.channel = channel;
        this.sizeBytes = sizeBytes;
        this.version = version;
    }

    static LocalArtifactFile open(String path, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            long size = channel.size();
            long changed = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
            return new LocalArtifactFile(path, channel, size, Long.toHexString(changed) + "-" + Long.toHexString(size));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void copy(long offset, long length, OutputStream target) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(length, PIECE_BYTES));
        long position = offset;
        long end = offset + length;
        while (position < end) {
            piece.clear().limit((int) Math.min(piece.capacity(), end - position));
            int read = read(piece, position);
            target.write(piece.array(), 0, read);
            position += read;
        }
    }

    private int read(ByteBuffer piece, long position) {
        try {
            int read = channel.read(piece, position);
            if (read < 0) {
                throw new IOException("it is shorter than it was when it was opened");
            }
            return read;
        } catch (IOException e) {
            throw ArtifactException.failed("cannot read the artifact " + path, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw ArtifactException.failed("cannot close the artifact " + path, e);
        }
    }
}
