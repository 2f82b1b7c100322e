package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.jdbc.SearchQuery.Found;
import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.OrderBy.Direction;
import java.util.List;

/// Compares found rows as the database sorted them.
final class FoundOrder {
    private FoundOrder() {}

    /// Merges lists of rows and gives the first, as many as the search asks for.
    static List<Found> merge(SearchQuery query, List<List<Found>> lists) {
        if (lists.size() == 1) {
            return lists.getFirst();
        }
        return lists.stream()
                .flatMap(List::stream)
                .sorted((a, b) -> compare(query.order().columns(), a, b))
                .limit(query.limit())
                .toList();
    }

    private static int compare(List<SortColumn> columns, Found a, Found b) {
        for (int i = 0; i < columns.size(); i++) {
            int compared =
                    compare(columns.get(i).kind(), a.sorted().get(i), b.sorted().get(i));
            if (compared != 0) {
                return columns.get(i).direction() == Direction.ASC ? compared : -compared;
            }
        }
        return 0;
    }

    private static int compare(SortColumn.Kind kind, Object a, Object b) {
        return switch (kind) {
            case WHOLE -> Long.compare((long) a, (long) b);
            case FRACTION -> (double) a < (double) b ? -1 : (double) a > (double) b ? 1 : 0;
            case TEXT -> OrderBy.byCharacter((String) a, (String) b);
        };
    }
}
