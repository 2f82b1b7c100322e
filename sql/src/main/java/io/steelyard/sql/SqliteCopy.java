package io.steelyard.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Copies an open SQLite file into a new one that holds one committed state, whatever others write meanwhile.
final class SqliteCopy {
    private SqliteCopy() {}

    /// Copies, and returns when the copy is on the disk. An older copy of that name keeps it; the new one gets a
    /// number.
    ///
    /// @return the copy's file
    static Path copy(DataSource source, Path file, String suffix) throws SQLException, IOException {
        Path part = file.resolveSibling(file.getFileName() + suffix + ".part");
        Files.deleteIfExists(part);
        try (Connection connection = source.getConnection();
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, part.toString());
            vacuum.execute();
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path target = free(file, suffix);
        return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path free(Path file, String suffix) {
        Path target = file.resolveSibling(file.getFileName() + suffix + ".bak");
        for (int i = 2; Files.exists(target); i++) {
            target = file.resolveSibling(file.getFileName() + suffix + "." + i + ".bak");
        }
        return target;
    }
}
