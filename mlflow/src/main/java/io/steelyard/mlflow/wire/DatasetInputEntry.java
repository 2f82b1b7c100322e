package io.steelyard.mlflow.wire;

import java.util.List;

/// A data set that a run read.
///
/// @param tags values by key; absent: none
/// @param dataset the data set
public record DatasetInputEntry(List<Entry> tags, @Required DatasetEntry dataset) {
    public DatasetInputEntry {
        tags = Absent.asEmpty(tags);
    }
}
