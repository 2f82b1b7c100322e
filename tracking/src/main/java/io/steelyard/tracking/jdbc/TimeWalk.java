package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.jdbc.SearchQuery.Found;
import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.OrderBy.Direction;
import io.steelyard.tracking.search.SearchField;
import io.steelyard.tracking.search.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Walks runs by start time, in the order of the index `runs_newest`.
final class TimeWalk {
    static final SearchField START_TIME = SearchField.attribute("start_time", ValueType.NUMBER);

    private final SearchQuery query;
    private final RunScope scope;
    private int foundFirst;

    TimeWalk(SearchQuery query, RunScope scope) {
        this.query = query;
        this.scope = scope;
    }

    /// Says whether runs are sorted by start time first.
    ///
    /// @param place the place of the first field that is sorted by
    boolean fits(int place) {
        return query.order().fields().get(place).field().equals(START_TIME);
    }

    /// Walks the first stretch.
    ///
    /// @return the page; empty: that stretch was not enough
    Optional<List<Found>> start() {
        List<RunScope.Arm> arms = scope.arms();
        if (arms.size() > 1) {
            return Optional.of(all());
        }
        SqlText arm = arms.getFirst().condition().then(bound());
        Long edge = edge(arm);
        if (edge == null) {
            return Optional.of(walk(arm, SqlText.TRUE, 0));
        }
        boolean newestFirst = first().direction() == Direction.DESC;
        List<Found> found =
                walk(arm.then(" AND r.start_time " + (newestFirst ? ">=" : "<=") + " ?", edge), SqlText.TRUE, 0);
        foundFirst = found.size();
        return found.size() == query.limit() ? Optional.of(found) : Optional.empty();
    }

    /// How many runs the walk would look at, judged by its first stretch.
    long expected() {
        return (long) query.effort().stretch() * query.limit() / Math.max(foundFirst, 1);
    }

    List<Found> all() {
        return group(SqlText.TRUE, 0, bound());
    }

    /// Walks the runs that meet something more and are equal in the fields before a place of the order.
    ///
    /// @param bound what is known of the start time, as ` AND …`
    List<Found> group(SqlText more, int place, SqlText bound) {
        List<List<Found>> found = new ArrayList<>();
        for (RunScope.Arm arm : scope.arms()) {
            found.add(walk(arm.condition().then(bound), more, place));
        }
        return FoundOrder.merge(query, found);
    }

    private List<Found> walk(SqlText part, SqlText more, int place) {
        SqlText where = SqlText.all(part, query.condition(), more);
        return query.rows(
                SqlText.of("runs r" + query.dialect().index("runs_newest")),
                query.order().joins(-1),
                query.after() == null ? where : SqlText.all(where, query.order().after(query.after())),
                query.order().orderBy(query.order().firstColumn(place)));
    }

    private OrderBy first() {
        return query.order().fields().getFirst();
    }

    /// Where the page begins.
    private SqlText bound() {
        return query.after() == null
                ? SqlText.NONE
                : SqlText.of(
                        " AND r.start_time " + (first().direction() == Direction.DESC ? "<=" : ">=") + " ?",
                        query.after().getFirst());
    }

    private @Nullable Long edge(SqlText arm) {
        SqlText edge = arm.inside(
                "SELECT r.start_time FROM runs r" + query.dialect().index("runs_newest") + " WHERE ",
                " ORDER BY r.start_time " + first().direction() + " LIMIT 1 OFFSET "
                        + query.effort().stretch());
        return query.ask(edge, rows -> rows.next() ? Optional.of(rows.getLong(1)) : Optional.<Long>empty())
                .orElse(null);
    }
}
