package io.steelyard.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Where everything is kept: the database, the artifacts, the features and the predictions.
///
/// @param path the folder
public record DataFolder(Path path) {
    /// A folder that can be written; it and the folders in it are made where they are not there.
    ///
    /// @param path the folder
    /// @return the data folder
    /// @throws ServerException where it cannot be made or written
    public static DataFolder open(Path path) {
        DataFolder folder = new DataFolder(path);
        try {
            Files.createDirectories(folder.artifacts());
            Files.createDirectories(folder.features());
            Files.createDirectories(folder.predictions());
            Files.delete(Files.createTempFile(path, ".write", ".check"));
            return folder;
        } catch (IOException e) {
            throw new ServerException(
                    "cannot write in the data folder " + path + " (" + reason(e)
                            + "): make it writable, or choose another one with --data",
                    e);
        }
    }

    /// The embedded database.
    ///
    /// @return the SQLite file
    public Path database() {
        return path.resolve("steelyard.db");
    }

    /// The files of runs.
    ///
    /// @return the folder
    public Path artifacts() {
        return path.resolve("artifacts");
    }

    /// The tables of features.
    ///
    /// @return the folder
    public Path features() {
        return path.resolve("features");
    }

    /// The log of predictions, and batches.
    ///
    /// @return the folder
    public Path predictions() {
        return path.resolve("predictions");
    }

    /// Takes the folder for a server of this process; no other server can until the claim is closed.
    ///
    /// @return the claim, to be closed
    /// @throws ServerException where another server has it, naming that one
    public FolderClaim claim() {
        return FolderClaim.take(this);
    }

    /// The server that holds the folder now.
    ///
    /// @return what it says of itself; empty where none runs
    public Optional<ServerRecord> liveServer() {
        return ServerRecord.read(record()).filter(record -> FolderClaim.isHeld(lock()));
    }

    Path record() {
        return path.resolve("server.json");
    }

    Path lock() {
        return path.resolve("server.lock");
    }

    private static String reason(IOException e) {
        String name = e.getClass().getSimpleName().replace("Exception", "");
        return name.equals("IO")
                ? String.valueOf(e.getMessage())
                : name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
