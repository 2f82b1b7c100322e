package io.steelyard.pipeline;

import java.util.Map;
import java.util.TreeMap;

/// The tables that a pipeline reads.
///
/// @param manifest a file of SHA-256 sums in the format of `sha256sum`, beside the tables; every table must be in it
/// @param tables Parquet files by the name that SQL knows them by; paths are relative to the pipeline's file
public record DataSpec(String manifest, Map<String, String> tables) {
    public DataSpec {
        Required.text("manifest", manifest);
        Required.present("tables", tables);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("'tables' needs at least one entry");
        }
        tables = java.util.Collections.unmodifiableMap(new TreeMap<>(tables));
    }
}
