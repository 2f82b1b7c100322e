package io.steelyard.mlflow.wire;

import java.util.List;

/// The answer to `experiments/search-datasets`.
///
/// @param datasetSummaries the data sets
public record SearchDatasetsResponse(List<DatasetSummaryEntry> datasetSummaries) {
    public SearchDatasetsResponse {
        datasetSummaries = Absent.asEmpty(datasetSummaries);
    }
}
