package io.steelyard.tracking.search;

import io.steelyard.tracking.Metric;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunInput;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A run as the filters of [SearchGrammar#RUNS] see it. A metric's number is its latest.
///
/// @param run the run
public record RunRow(Run run) implements SearchRow {
    @Override
    public List<String> texts(SearchField field) {
        return switch (field.source()) {
            case ATTRIBUTE -> List.of(attribute(field));
            case PARAM -> one(run.params().get(field.key()));
            case TAG -> one(run.tags().get(field.key()));
            case DATASET ->
                run.inputs().stream().flatMap(input -> input(input, field)).toList();
            case METRIC -> throw unknown(field);
        };
    }

    @Override
    public List<Double> numbers(SearchField field) {
        return switch (field.source()) {
            case ATTRIBUTE -> time(field);
            case METRIC -> {
                Metric metric = run.metrics().get(field.key());
                yield metric == null ? List.of() : List.of(metric.value());
            }
            case PARAM, TAG, DATASET -> throw unknown(field);
        };
    }

    private String attribute(SearchField field) {
        return switch (field.key()) {
            case "artifact_uri" -> run.artifactUri();
            case "run_id" -> run.id();
            case "run_name" -> run.name();
            case "status" -> run.status().name();
            case "user_id" -> run.userId();
            default -> throw unknown(field);
        };
    }

    private List<Double> time(SearchField field) {
        return switch (field.key()) {
            case "start_time" -> List.of((double) run.startTimeMillis());
            case "end_time" -> run.endTimeMillis() == null ? List.of() : List.of((double) run.endTimeMillis());
            default -> throw unknown(field);
        };
    }

    private static Stream<String> input(RunInput input, SearchField field) {
        return switch (field.key()) {
            case "name" -> Stream.of(input.name());
            case "digest" -> Stream.of(input.digest());
            case "context" -> Stream.of(input.tags().get(RunInput.CONTEXT_TAG)).filter(Objects::nonNull);
            default -> throw unknown(field);
        };
    }

    static List<String> one(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    static IllegalArgumentException unknown(SearchField field) {
        return new IllegalArgumentException("there is no " + field + " here");
    }
}
