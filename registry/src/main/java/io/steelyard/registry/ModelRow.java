package io.steelyard.registry;

import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.SearchField;
import io.steelyard.tracking.search.SearchGrammar;
import io.steelyard.tracking.search.SearchRow;
import java.util.List;

/// A registered model as the filters and orders of [SearchGrammar#REGISTERED_MODELS] see it.
///
/// @param model the model
public record ModelRow(RegisteredModel model) implements SearchRow {
    @Override
    public List<String> texts(SearchField field) {
        return switch (field.source()) {
            case ATTRIBUTE -> List.of(model.name());
            case TAG -> VersionRow.one(model.tags().get(field.key()));
            case METRIC, PARAM, DATASET -> throw VersionRow.unknown(field);
        };
    }

    @Override
    public List<Double> numbers(SearchField field) {
        return switch (field.key()) {
            case "last_updated_timestamp" -> List.of((double) model.lastUpdateTimeMillis());
            default -> throw VersionRow.unknown(field);
        };
    }

    /// Reads the order of a search.
    ///
    /// @param search the search
    /// @return the order, which no two models share a place in
    public static List<OrderBy> order(ModelSearch search) {
        return SearchGrammar.REGISTERED_MODELS.order(search.orderBy());
    }
}
