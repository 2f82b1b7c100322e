package io.steelyard.features;

import java.time.Duration;
import java.util.List;

/// Aggregates over the source rows with the entity's keys that became known in (time - window, time]: the beginning is
/// not included, the entity's time is.
///
/// @param name the view's name
/// @param source the table it reads
/// @param keys the columns that must be equal on both sides
/// @param eventTime the source's column that says from when on a row is known
/// @param window how long the stretch is, more than zero
/// @param aggregates what is computed
public record WindowFeatures(
        String name, String source, List<String> keys, String eventTime, Duration window, List<Aggregate> aggregates)
        implements FeatureView {
    public WindowFeatures {
        keys = List.copyOf(keys);
        aggregates = List.copyOf(aggregates);
        if (keys.isEmpty() || aggregates.isEmpty()) {
            throw new IllegalArgumentException("the view '" + name + "' needs at least one key and one aggregate");
        }
        Micros.require(window, "the window of the view '" + name + "'");
    }

    @Override
    public List<String> columns() {
        return aggregates.stream().map(Aggregate::column).distinct().toList();
    }

    @Override
    public List<String> outputs() {
        return aggregates.stream().map(Aggregate::as).toList();
    }
}
