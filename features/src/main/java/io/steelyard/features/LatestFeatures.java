package io.steelyard.features;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Columns of the latest source row with the entity's keys that was known at the entity's time: event time <= time, and
/// event time >= time - ttl, both included. Of source rows with equal keys and event time, the one with the greatest
/// created time counts; then the one with the greatest values, column by column in the order given; missing is least.
///
/// @param name the view's name
/// @param source the table it reads
/// @param keys the columns that must be equal on both sides
/// @param eventTime the source's column that says from when on a row is known
/// @param createdTime the source's column that says when a row was written, to choose between rows of one event time; null
///     where there is none
/// @param ttl how old the source row may be, more than zero; null for no limit
/// @param columns the source's columns that are joined, under their own names
public record LatestFeatures(
        String name,
        String source,
        List<String> keys,
        String eventTime,
        @Nullable String createdTime,
        @Nullable Duration ttl,
        List<String> columns)
        implements FeatureView {
    public LatestFeatures {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
        if (keys.isEmpty() || columns.isEmpty()) {
            throw new IllegalArgumentException("the view '" + name + "' needs at least one key and one column");
        }
        if (ttl != null) {
            Micros.require(ttl, "the ttl of the view '" + name + "'");
        }
    }

    /// A view of a source that has one row a key and event time, or where it does not matter which of several was written
    /// last.
    ///
    /// @param name the view's name
    /// @param source the table it reads
    /// @param keys the columns that must be equal on both sides
    /// @param eventTime the source's column that says from when on a row is known
    /// @param ttl how old the source row may be, more than zero; null for no limit
    /// @param columns the source's columns that are joined, under their own names
    public LatestFeatures(
            String name,
            String source,
            List<String> keys,
            String eventTime,
            @Nullable Duration ttl,
            List<String> columns) {
        this(name, source, keys, eventTime, null, ttl, columns);
    }

    @Override
    public List<String> outputs() {
        return columns;
    }
}
