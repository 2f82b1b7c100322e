package io.steelyard.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Copies an open SQLite file into a new one that holds one committed state, whatever others write meanwhile.
final class SqliteCopy {
    private SqliteCopy() {}

    /// Copies to a file that stands beside the copied one. An older copy of that name keeps it; the new one gets a
    /// number.
    ///
    /// @return the copy's file
    static Path keep(DataSource source, Path file, String suffix) throws SQLException, IOException {
        Path target = free(file, suffix);
        copy(source, target);
        return target;
    }

    /// Copies, and returns when the copy is on the disk.
    ///
    /// @param target a file that does not exist; it appears when it is whole
    static void copy(DataSource source, Path target) throws SQLException, IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            try (Connection connection = source.getConnection();
                    PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
                vacuum.setString(1, part.toString());
                vacuum.execute();
            }
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            // A hard link, unlike a move, never replaces what somebody put there meanwhile.
            link(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void link(Path part, Path target) throws IOException {
        try {
            Files.createLink(target, part);
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (e instanceof FileAlreadyExistsException exists) {
                throw exists;
            }
            // A file system without links.
            Files.move(part, target);
        }
    }

    private static Path free(Path file, String suffix) {
        Path target = file.resolveSibling(file.getFileName() + suffix + ".bak");
        for (int i = 2; Files.exists(target); i++) {
            target = file.resolveSibling(file.getFileName() + suffix + "." + i + ".bak");
        }
        return target;
    }
}
