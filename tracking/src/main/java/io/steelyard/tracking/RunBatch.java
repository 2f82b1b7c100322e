package io.steelyard.tracking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is written to a run at once: all of it or nothing.
///
/// As in MLflow a parameter's value is cut after 6,000 characters and a tag's after 8,000.
///
/// @param metrics any number of values
/// @param params parameters by key
/// @param tags tags by key
/// @param modelMetrics those of the metrics that are a logged model's too
/// @param form how messages name the entries
public record RunBatch(
        List<Metric> metrics,
        Map<String, String> params,
        Map<String, String> tags,
        List<ModelMetric> modelMetrics,
        Form form) {
    private static final int MAX_PARAM_VALUE_LENGTH = 6000;
    private static final int MAX_TAG_VALUE_LENGTH = 8000;

    /// How messages name the entries: as MLflow does for one entry, or for many.
    public enum Form {
        /// `key`
        ONE,
        /// `params[0].key`
        MANY
    }

    /// @throws TrackingException of kind INVALID for a key that is none, and for a time before 1970
    public RunBatch {
        int index = 0;
        for (Metric metric : metrics) {
            if (metric.timestampMillis() < 0 || !KeyRules.isPlain(metric.key())) {
                checkMetric(form == Form.ONE ? "" : "metrics[" + index + "].", metric);
            }
            index++;
        }
        metrics = List.copyOf(metrics);
        modelMetrics = List.copyOf(modelMetrics);
        params = checked(params, form, "params", "Param key", MAX_PARAM_VALUE_LENGTH);
        tags = checked(tags, form, "tags", "", MAX_TAG_VALUE_LENGTH);
    }

    /// Makes a batch of many entries.
    ///
    /// @param metrics values
    /// @param params parameters by key
    /// @param tags tags by key
    /// @return the batch
    public static RunBatch of(List<Metric> metrics, Map<String, String> params, Map<String, String> tags) {
        return new RunBatch(metrics, params, tags, List.of(), Form.MANY);
    }

    /// Makes a batch of one metric.
    ///
    /// @param metric the value
    /// @return the batch
    public static RunBatch metric(Metric metric) {
        return new RunBatch(List.of(metric), Map.of(), Map.of(), List.of(), Form.ONE);
    }

    /// Makes a batch of one parameter.
    ///
    /// @param key its key
    /// @param value its value
    /// @return the batch
    public static RunBatch param(String key, String value) {
        return new RunBatch(List.of(), Map.of(key, value), Map.of(), List.of(), Form.ONE);
    }

    /// Makes a batch of one tag.
    ///
    /// @param key its key
    /// @param value its value
    /// @return the batch
    public static RunBatch tag(String key, String value) {
        return new RunBatch(List.of(), Map.of(), Map.of(key, value), List.of(), Form.ONE);
    }

    static Map<String, String> checkedTags(Map<String, String> tags) {
        return checked(tags, Form.MANY, "tags", "", MAX_TAG_VALUE_LENGTH);
    }

    private static void checkMetric(String path, Metric metric) {
        throwIfPresent(KeyRules.problem(path + "name", metric.key()));
        if (metric.timestampMillis() < 0) {
            throw TrackingException.invalid("Invalid value " + metric.timestampMillis() + " for parameter '" + path
                    + "timestamp' supplied: metric '" + metric.key() + "' (value="
                    + PythonNumber.of(metric.value()) + "). Timestamp must be a nonnegative long (64-bit integer) ");
        }
        throwIfPresent(KeyRules.lengthProblem("Metric name", KeyRules.MAX_KEY_LENGTH, metric.key()));
    }

    /// Checks the keys, cuts the values and keeps the order.
    private static Map<String, String> checked(
            Map<String, String> entries, Form form, String list, String keysName, int valueLimit) {
        Map<String, String> checked = LinkedHashMap.newLinkedHashMap(entries.size());
        int index = 0;
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            String key = entry.getKey();
            if (!KeyRules.isPlain(key)) {
                String path = form == Form.ONE ? "key" : list + "[" + index + "].key";
                throwIfPresent(KeyRules.problem(path, key));
                throwIfPresent(
                        KeyRules.lengthProblem(keysName.isEmpty() ? path : keysName, KeyRules.MAX_KEY_LENGTH, key));
            }
            index++;
            checked.put(key, cut(entry.getValue(), valueLimit));
        }
        return Collections.unmodifiableMap(checked);
    }

    private static String cut(String value, int limit) {
        return value.length() <= limit || value.codePointCount(0, value.length()) <= limit
                ? value
                : value.substring(0, value.offsetByCodePoints(0, limit));
    }

    private static void throwIfPresent(Optional<String> problem) {
        problem.ifPresent(TrackingException::throwInvalid);
    }
}
