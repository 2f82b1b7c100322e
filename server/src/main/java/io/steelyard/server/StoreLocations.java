package io.steelyard.server;

import io.steelyard.sql.DatabaseUri;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the database and the artifacts are.
///
/// @param database the database
/// @param artifacts the folder of the artifacts
public record StoreLocations(DatabaseUri database, Path artifacts) {
    /// The places in a data folder.
    ///
    /// @param folder the folder
    /// @return both below it
    public static StoreLocations of(DataFolder folder) {
        return new StoreLocations(DatabaseUri.sqlite(folder.database()), folder.artifacts());
    }

    /// Reads what a user says.
    ///
    /// @param folder where it is that the user does not say
    /// @param database a database URI, as [DatabaseUri#parse] reads it; null or empty: the data folder's
    /// @param artifacts a folder, or its `file:` URI; null or empty: the data folder's
    /// @return both
    /// @throws IllegalArgumentException for any other text; the message says what would be right
    public static StoreLocations parse(DataFolder folder, @Nullable String database, @Nullable String artifacts) {
        StoreLocations usual = of(folder);
        return new StoreLocations(
                database == null || database.isBlank() ? usual.database() : DatabaseUri.parse(database),
                artifacts == null || artifacts.isBlank() ? usual.artifacts() : folder(artifacts));
    }

    private static Path folder(String text) {
        int colon = text.indexOf(':');
        try {
            if (text.startsWith("file:")) {
                return Path.of(URI.create(text));
            }
            // One letter is a drive.
            if (colon <= 1) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("the artifacts' destination '" + text + "' is no path: " + e.getReason(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the artifacts' destination '" + text + "' is no file: URI, as file:///var/lib/steelyard is one", e);
        }
        throw new IllegalArgumentException("artifacts are kept in a folder: give its path or a file: URI, not '" + text
                + "'; other stores, such as s3:, are not served");
    }
}
