package io.steelyard.registry;

import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.SearchField;
import io.steelyard.tracking.search.SearchGrammar;
import io.steelyard.tracking.search.SearchRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version as the filters and orders of [SearchGrammar#MODEL_VERSIONS] see it.
///
/// @param version the version
public record VersionRow(ModelVersion version) implements SearchRow {
    private static final List<String> DEFAULT_ORDER =
            List.of("last_updated_timestamp DESC", "name ASC", "version_number DESC");

    @Override
    public List<String> texts(SearchField field) {
        return switch (field.source()) {
            case ATTRIBUTE -> attribute(field);
            case TAG -> one(version.tags().get(field.key()));
            case METRIC, PARAM, DATASET -> throw unknown(field);
        };
    }

    private List<String> attribute(SearchField field) {
        return switch (field.key()) {
            case "name" -> List.of(version.modelName());
            case "run_id" -> one(version.runId());
            case "source_path" -> List.of(version.artifactPath());
            default -> throw unknown(field);
        };
    }

    @Override
    public List<Double> numbers(SearchField field) {
        return switch (field.key()) {
            case "version_number" -> List.of((double) version.version());
            case "creation_timestamp" -> List.of((double) version.createdAtMillis());
            case "last_updated_timestamp" -> List.of((double) version.lastUpdateTimeMillis());
            default -> throw unknown(field);
        };
    }

    /// Reads the order of a search.
    ///
    /// @param search the search
    /// @return the order, which no two versions share a place in
    public static List<OrderBy> order(VersionSearch search) {
        return SearchGrammar.MODEL_VERSIONS.order(search.orderBy().isEmpty() ? DEFAULT_ORDER : search.orderBy());
    }

    static List<String> one(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    static IllegalArgumentException unknown(SearchField field) {
        return new IllegalArgumentException("the registry has no " + field.source() + " " + field.key());
    }
}
