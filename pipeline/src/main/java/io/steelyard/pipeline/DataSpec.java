package io.steelyard.pipeline;

import io.steelyard.data.CsvFormat;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// The tables that a pipeline reads.
///
/// @param manifest a file of SHA-256 sums in the format of `sha256sum`, beside the tables; every table must be in it
/// @param tables Parquet or CSV files, folders or patterns by the name that SQL knows them by; paths are relative to the
///     pipeline's file
/// @param csv how the CSV files of a table are written, by the table's name; of a table that is not named, in the usual way
public record DataSpec(String manifest, Map<String, String> tables, Map<String, CsvSpec> csv) {
    public DataSpec {
        Required.text("manifest", manifest);
        Required.present("tables", tables);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("'tables' needs at least one entry");
        }
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
        csv = Collections.unmodifiableMap(new TreeMap<>(Required.orElse(csv, Map.of())));
        for (String name : csv.keySet()) {
            if (!tables.containsKey(name)) {
                throw new IllegalArgumentException(
                        "'csv' names the table '" + name + "', but the tables are " + tables.keySet());
            }
        }
    }

    /// How the CSV files of a table are written.
    CsvFormat format(String table) {
        CsvSpec written = csv.get(table);
        return written == null ? CsvFormat.standard() : written.format();
    }
}
