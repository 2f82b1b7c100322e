package io.steelyard.registry.jdbc;

import io.steelyard.registry.ModelRow;
import io.steelyard.registry.ModelSearch;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.RegisteredModel;
import io.steelyard.registry.RegistryException;
import io.steelyard.registry.VersionRow;
import io.steelyard.registry.VersionSearch;
import io.steelyard.sql.Database;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.TrackingException;
import io.steelyard.tracking.search.Filter;
import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.SearchGrammar;
import io.steelyard.tracking.search.SearchRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/// The searches for models and versions.
final class Searches {
    private Searches() {}

    static Page<RegisteredModel> models(Database database, ModelSearch search) {
        Filter filter = read(() -> SearchGrammar.REGISTERED_MODELS.filter(search.filter()));
        List<OrderBy> order = read(() -> ModelRow.order(search));
        List<RegisteredModel> found = database.read(sql -> {
            SearchColumns columns = SearchColumns.models(TextDialect.of(sql));
            return ModelRows.select(
                    sql,
                    conditions(columns, filter, order, search.pageToken()),
                    columns.order(order),
                    search.maxResults() + 1);
        });
        return page(found, search.maxResults(), order, ModelRow::new);
    }

    static Page<ModelVersion> versions(Database database, VersionSearch search) {
        Filter filter = read(() -> SearchGrammar.MODEL_VERSIONS.filter(search.filter()));
        List<OrderBy> order = read(() -> VersionRow.order(search));
        List<ModelVersion> found = database.read(sql -> {
            SearchColumns columns = SearchColumns.versions(TextDialect.of(sql));
            return VersionRows.select(
                    sql,
                    conditions(columns, filter, order, search.pageToken()),
                    columns.order(order),
                    search.maxResults() + 1);
        });
        return page(found, search.maxResults(), order, VersionRow::new);
    }

    private static List<Condition> conditions(
            SearchColumns columns, Filter filter, List<OrderBy> order, @Nullable String token) {
        List<Condition> conditions = new ArrayList<>(List.of(columns.condition(filter)));
        if (token != null && !token.isEmpty()) {
            conditions.add(columns.after(order, PageToken.read(token, order)));
        }
        return conditions;
    }

    private static <T> Page<T> page(
            List<T> found, int maxResults, List<OrderBy> order, Function<T, ? extends SearchRow> row) {
        if (found.size() <= maxResults) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, maxResults);
        return new Page<>(items, PageToken.of(order, row.apply(items.getLast())));
    }

    /// The language is the tracking room's, and so are its refusals.
    private static <T> T read(Supplier<T> text) {
        try {
            return text.get();
        } catch (TrackingException e) {
            throw RegistryException.invalid(String.valueOf(e.getMessage()));
        }
    }
}
