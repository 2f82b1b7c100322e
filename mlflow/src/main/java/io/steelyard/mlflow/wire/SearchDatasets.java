package io.steelyard.mlflow.wire;

import java.util.List;

/// The request `experiments/search-datasets`.
///
/// @param experimentIds the experiments to look in
public record SearchDatasets(List<String> experimentIds) {
    public SearchDatasets {
        experimentIds = Absent.asEmpty(experimentIds);
    }
}
