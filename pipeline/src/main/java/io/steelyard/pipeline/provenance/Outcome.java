package io.steelyard.pipeline.provenance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What came out of a run.
///
/// @param format the version of this record, [Provenance#FORMAT]
/// @param configHash the experiment configuration's hash
/// @param dataVersion the SHA-256 of the data's manifest
/// @param rows how many labelled rows each part had
/// @param trainingRows the SHA-256 of the numbers and labels that the learner got
/// @param model the SHA-256 of each file of the model folder but `MLmodel`, which holds the run's id and the time
/// @param metrics the test rows' metrics
/// @param probeRows how many rows the probe holds
public record Outcome(
        int format,
        String configHash,
        String dataVersion,
        Map<String, Long> rows,
        String trainingRows,
        Map<String, String> model,
        Map<String, Double> metrics,
        int probeRows) {
    /// Where the record stands among a run's artifacts.
    public static final String ARTIFACT = "record/outcome.json";

    /// Where the probe's rows stand: a Parquet file with the model's input columns.
    public static final String PROBE_ARTIFACT = "record/probe.parquet";

    /// Where the probe's scores stand: 16 hexadecimal digits a line, the bits of the score, row after row.
    public static final String SCORES_ARTIFACT = "record/probe-scores.txt";

    public Outcome {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        model = Collections.unmodifiableMap(new LinkedHashMap<>(model));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
