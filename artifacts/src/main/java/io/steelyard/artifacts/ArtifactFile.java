package io.steelyard.artifacts;

import java.io.IOException;
import java.io.OutputStream;

/// An open file of a store. What is read is the content that it had when it was opened, even where another one is put
/// in its place meanwhile. For one thread at a time; the caller closes it.
public interface ArtifactFile extends AutoCloseable {
    /// Gives the size of the content.
    ///
    /// @return in bytes, from 0
    long sizeBytes();

    /// Gives a text that changes whenever another content is put in the file's place.
    ///
    /// @return letters, digits and `-`
    String version();

    /// Copies a part of the content, in pieces of bounded size.
    ///
    /// @param offset where the part begins, from 0
    /// @param length how many bytes it has; the part ends within the file
    /// @param target where it goes; stays open
    /// @throws IOException where the target does not take it
    /// @throws ArtifactException of kind FAILED where the file cannot be read
    void copy(long offset, long length, OutputStream target) throws IOException;

    @Override
    void close();
}
