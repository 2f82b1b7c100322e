package io.steelyard.pipeline.provenance;

/// A file that a run read.
///
/// @param kind what it is
/// @param setting the pipeline's setting that names it, for example `data.tables.flights`; empty where only the manifest
///     does
/// @param path where it was, absolute
/// @param sizeBytes its size
/// @param sha256 its digest, 64 lower-case hexadecimal digits
public record Material(Kind kind, String setting, String path, long sizeBytes, String sha256) {
    /// What a file is to a run.
    public enum Kind {
        /// The pipeline's own file.
        PIPELINE,
        /// A file with a SELECT.
        QUERY,
        /// The data's manifest.
        MANIFEST,
        /// A table, or another file that the manifest names.
        DATA
    }
}
