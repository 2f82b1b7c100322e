package io.steelyard.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite's native code. Its driver carries it for every system and writes the one for this system into a temporary
/// file at each start, a tenth of a second each time; a program that is started often unpacks it once and names the
/// folder to Java with `-Dorg.sqlite.lib.path=FOLDER`. Where that folder has no such file the driver unpacks as usual.
public final class SqliteLibrary {
    private SqliteLibrary() {}

    /// Writes the native code for this system into a folder, which is made where it does not exist.
    ///
    /// @param folder the folder
    /// @throws IOException where it cannot be written, or where the driver has none for this system
    public static void unpack(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new IOException("SQLite's driver has no native code for this system: " + resource);
            }
            Files.createDirectories(folder);
            Files.copy(library, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
