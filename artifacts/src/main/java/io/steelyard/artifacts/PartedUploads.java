package io.steelyard.artifacts;

import java.io.InputStream;
import java.util.List;

/// Files that arrive in parts, in any order and at the same time, and appear as a whole.
///
/// All methods may be called from any number of threads. An upload that nobody touches for a day is given up.
public interface PartedUploads {
    /// The greatest number of a part.
    int GREATEST_PART = 10_000;

    /// Begins an upload.
    ///
    /// @param path where the whole file will stand
    /// @return the upload's id: 32 lower-case hexadecimal digits that nobody can guess
    String start(String path);

    /// Stores a part, or replaces it.
    ///
    /// @param id the upload
    /// @param number the part's place, from 1 to [#GREATEST_PART]
    /// @param content what it holds, read to the end and left open; nothing is kept where reading fails
    /// @return the part as [#complete] wants it
    /// @throws ArtifactException of kind NOT_FOUND where there is no such upload, of kind INVALID for another number
    Part put(String id, int number, InputStream content);

    /// Makes the whole file of its parts, and ends the upload. Done again for the same upload and path it does nothing.
    ///
    /// @param path what [#start] was told
    /// @param id the upload
    /// @param parts all parts; they are put together in the order of their numbers
    /// @throws ArtifactException of kind NOT_FOUND where there is no such upload, of kind INVALID where the path is
    ///     another one, or where a part is missing, has another content or stands twice
    void complete(String path, String id, List<Part> parts);

    /// Gives an upload up with all its parts; nothing happens where there is none.
    ///
    /// @param id the upload
    void abort(String id);

    /// A stored part.
    ///
    /// @param number its place, from 1
    /// @param tag a text that stands for its content: letters, digits and `-`
    record Part(int number, String tag) {}
}
