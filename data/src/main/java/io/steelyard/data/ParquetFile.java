package io.steelyard.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a Parquet file says of itself in its footer.
///
/// @param path the file
/// @param columns its columns, in order
/// @param groupRows how many rows each of its row groups has
/// @param footerDigest the SHA-256 of its footer, which names the place, the size and usually the range of all that the file
///     holds
public record ParquetFile(Path path, List<StoredColumn> columns, List<Long> groupRows, String footerDigest) {
    private static final int TAIL_BYTES = 8;

    public ParquetFile {
        columns = List.copyOf(columns);
        groupRows = List.copyOf(groupRows);
    }

    /// Reads the footers of files.
    ///
    /// @param files the files
    /// @return what they say, in the same order
    /// @throws DataException of kind [DataException.Kind#NOT_FOUND] where a file is not there, of kind
    ///     [DataException.Kind#DAMAGED] where it is no Parquet file
    public static List<ParquetFile> read(List<Path> files) {
        List<ParquetFile> read = new ArrayList<>();
        try (Connection connection = TableEngine.connect(TableOptions.forWriting())) {
            for (Path file : files) {
                read.add(read(connection, file));
            }
        } catch (SQLException e) {
            throw Sql.unreadable("cannot start the table engine", e);
        }
        return List.copyOf(read);
    }

    /// How many rows it has.
    ///
    /// @return the sum over its row groups
    public long rows() {
        return groupRows.stream().mapToLong(Long::longValue).sum();
    }

    /// The column of a name.
    ///
    /// @param name the name
    /// @return the column; empty where there is none
    public Optional<StoredColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    private static ParquetFile read(Connection connection, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DataException(DataException.Kind.NOT_FOUND, "there is no file " + file);
        }
        List<StoredColumn> columns = new ArrayList<>();
        List<Long> groups = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet described = statement.executeQuery(
                    "DESCRIBE FROM read_parquet(" + Sql.text(file.toString()) + ", hive_partitioning = false)")) {
                while (described.next()) {
                    columns.add(new StoredColumn(described.getString(1), described.getString(2)));
                }
            }
            try (ResultSet counted = statement.executeQuery("SELECT row_group_num_rows FROM parquet_metadata("
                    + Sql.text(file.toString()) + ") WHERE column_id = 0 ORDER BY row_group_id")) {
                while (counted.next()) {
                    groups.add(counted.getLong(1));
                }
            }
            return new ParquetFile(file, columns, groups, footerDigest(file));
        } catch (SQLException e) {
            throw new DataException(
                    DataException.Kind.DAMAGED, file + " is no whole Parquet file: " + Sql.reason(e), e);
        }
    }

    private static String footerDigest(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            long end = channel.size() - TAIL_BYTES;
            ByteBuffer tail = ByteBuffer.allocate(TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            readFully(channel, tail, end);
            ByteBuffer footer = ByteBuffer.allocate(tail.getInt(0));
            readFully(channel, footer, end - footer.capacity());
            return ContentDigest.ofBytes(footer.array());
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot read " + file + ": " + e, e);
        }
    }

    static void readFully(FileChannel channel, ByteBuffer into, long at) throws IOException {
        while (into.hasRemaining()) {
            int read = channel.read(into, at + into.position());
            if (read < 0) {
                throw new IOException("the file ends too early");
            }
        }
        into.flip();
    }
}
