package io.steelyard.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes one Parquet file of several that this room wrote with the same columns: the bytes of their row groups follow each other,
/// below one footer. Nothing is decoded, so it takes no longer than copying. One thread at a time.
///
/// The file appears, or is replaced, whole, with [#finish]; a join that is closed without it leaves nothing behind.
public final class ParquetJoin implements AutoCloseable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL_BYTES = 8;

    // The numbers of the fields, in parquet.thrift of the Apache Parquet format.
    private static final int FILE_ROWS = 3;
    private static final int FILE_GROUPS = 4;
    private static final int GROUP_COLUMNS = 1;
    private static final int GROUP_FILE_OFFSET = 5;
    private static final int GROUP_ORDINAL = 7;
    private static final int CHUNK_FILE_OFFSET = 2;
    private static final int CHUNK_META = 3;
    private static final int[] CHUNK_INDEXES = {4, 5, 6, 7};
    private static final int[] META_OFFSETS = {9, 10, 11, 14};

    private final Path target;
    private final PendingFile pending;
    private final FileChannel out;
    private final List<ThriftStruct> groups = new ArrayList<>();
    private @Nullable ThriftStruct footer;
    private long rows;
    private long position;

    private ParquetJoin(Path target, PendingFile pending) throws IOException {
        this.target = target;
        this.pending = pending;
        out = FileChannel.open(pending.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        write(ByteBuffer.wrap(MAGIC));
    }

    /// Begins a file.
    ///
    /// @param target the file; its folder is made where it is not there
    /// @return the join, to be closed
    /// @throws DataException where it cannot be written
    public static ParquetJoin open(Path target) {
        PendingFile pending = PendingFile.beside(target);
        try {
            return new ParquetJoin(target, pending);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /// Adds a file's rows at the end.
    ///
    /// @param part a file with the same columns as those before it
    /// @throws DataException where the part cannot be read or the file cannot be written
    public void append(Path part) {
        try (FileChannel in = FileChannel.open(part)) {
            ByteBuffer tail = ByteBuffer.allocate(TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            ParquetFile.readFully(in, tail, in.size() - TAIL_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate(tail.getInt(0));
            long end = in.size() - TAIL_BYTES - bytes.capacity();
            ParquetFile.readFully(in, bytes, end);
            ThriftStruct read = ThriftStruct.read(bytes);
            long shift = position - MAGIC.length;
            for (ThriftStruct group : read.structs(FILE_GROUPS)) {
                move(group, shift);
                groups.add(group);
            }
            rows += read.number(FILE_ROWS);
            if (footer == null) {
                footer = read;
            }
            copy(in, end);
        } catch (IOException e) {
            throw new DataException(
                    DataException.Kind.UNREADABLE, "cannot add " + part + " to " + target + ": " + e.getMessage(), e);
        }
    }

    /// Puts the file in its place. Nothing can be added afterwards.
    ///
    /// @return how many rows it has
    /// @throws DataException where it cannot be written
    /// @throws IllegalStateException where nothing was added
    public long finish() {
        ThriftStruct whole = footer;
        if (whole == null) {
            throw new IllegalStateException("no part was added to " + target);
        }
        whole.number(FILE_ROWS, rows);
        whole.structs(FILE_GROUPS, groups);
        byte[] bytes = whole.bytes();
        ByteBuffer end = ByteBuffer.allocate(bytes.length + TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        end.put(bytes).putInt(bytes.length).put(MAGIC).flip();
        try {
            write(end);
            out.close();
        } catch (IOException e) {
            throw unwritable(target, e);
        }
        pending.complete();
        return rows;
    }

    @Override
    public void close() {
        try (pending) {
            out.close();
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /// Lets a row group say where it stands now. Page indexes and their places are left behind: they hold offsets themselves.
    private void move(ThriftStruct group, long shift) {
        shift(group, GROUP_FILE_OFFSET, shift);
        if (group.has(GROUP_ORDINAL)) {
            if (groups.size() <= Short.MAX_VALUE) {
                group.number(GROUP_ORDINAL, groups.size());
            } else {
                group.remove(GROUP_ORDINAL);
            }
        }
        for (ThriftStruct chunk : group.structs(GROUP_COLUMNS)) {
            shift(chunk, CHUNK_FILE_OFFSET, shift);
            for (int index : CHUNK_INDEXES) {
                chunk.remove(index);
            }
            ThriftStruct meta = chunk.struct(CHUNK_META);
            for (int offset : META_OFFSETS) {
                shift(meta, offset, shift);
            }
        }
    }

    /// An offset of 0 means that there is none.
    private static void shift(ThriftStruct struct, int field, long shift) {
        if (struct.has(field) && struct.number(field) > 0) {
            struct.number(field, struct.number(field) + shift);
        }
    }

    private void copy(FileChannel in, long end) throws IOException {
        for (long from = MAGIC.length; from < end; ) {
            long copied = in.transferTo(from, end - from, out);
            if (copied <= 0) {
                throw new IOException("the file became shorter");
            }
            from += copied;
            position += copied;
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        position += bytes.remaining();
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static DataException unwritable(Path target, IOException e) {
        return new DataException(DataException.Kind.UNREADABLE, "cannot write " + target + ": " + e.getMessage(), e);
    }
}
