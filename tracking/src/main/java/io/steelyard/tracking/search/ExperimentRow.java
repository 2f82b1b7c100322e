package io.steelyard.tracking.search;

import io.steelyard.tracking.Experiment;
import java.util.List;

/// An experiment as the filters of [SearchGrammar#EXPERIMENTS] see it.
///
/// @param experiment the experiment
public record ExperimentRow(Experiment experiment) implements SearchRow {
    @Override
    public List<String> texts(SearchField field) {
        return switch (field.source()) {
            case ATTRIBUTE -> List.of(attribute(field));
            case TAG -> RunRow.one(experiment.tags().get(field.key()));
            case METRIC, PARAM, DATASET -> throw RunRow.unknown(field);
        };
    }

    @Override
    public List<Double> numbers(SearchField field) {
        return switch (field.key()) {
            case "creation_time" -> List.of((double) experiment.creationTimeMillis());
            case "last_update_time" -> List.of((double) experiment.lastUpdateTimeMillis());
            default -> throw RunRow.unknown(field);
        };
    }

    private String attribute(SearchField field) {
        return switch (field.key()) {
            case "name" -> experiment.name();
            case "experiment_id" -> experiment.id();
            default -> throw RunRow.unknown(field);
        };
    }
}
