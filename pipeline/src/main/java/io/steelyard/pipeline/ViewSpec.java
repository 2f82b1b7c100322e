package io.steelyard.pipeline;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Columns that are joined to each row as they were known at its time.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ViewSpec.Latest.class, name = "latest"),
    @JsonSubTypes.Type(value = ViewSpec.Window.class, name = "window")
})
public sealed interface ViewSpec {
    /// The latest row of a source at or before the row's time.
    ///
    /// @param name the view's name
    /// @param source the table or source it reads
    /// @param keys the columns that must be equal on both sides
    /// @param eventTime the source's column that says from when on a row is known
    /// @param ttl how old a source row may be; missing for no limit
    /// @param columns the source's columns that are joined
    record Latest(
            String name,
            String source,
            List<String> keys,
            String eventTime,
            @Nullable Duration ttl,
            List<String> columns)
            implements ViewSpec {
        public Latest {
            Required.text("name", name);
            Required.text("source", source);
            keys = Required.nonEmpty("keys", keys);
            Required.text("event_time", eventTime);
            columns = Required.nonEmpty("columns", columns);
        }
    }

    /// Aggregates over a source's rows in a stretch of time that ends at the row's time.
    ///
    /// @param name the view's name
    /// @param source the table or source it reads
    /// @param keys the columns that must be equal on both sides
    /// @param eventTime the source's column that says from when on a row is known
    /// @param window how long the stretch is
    /// @param aggregates what is computed
    record Window(
            String name,
            String source,
            List<String> keys,
            String eventTime,
            Duration window,
            List<AggregateSpec> aggregates)
            implements ViewSpec {
        public Window {
            Required.text("name", name);
            Required.text("source", source);
            keys = Required.nonEmpty("keys", keys);
            Required.text("event_time", eventTime);
            Required.present("window", window);
            aggregates = Required.nonEmpty("aggregates", aggregates);
        }
    }

    /// One number over a window.
    ///
    /// @param function `count`, `sum`, `mean`, `min`, `max` or `last`
    /// @param column the source's column
    /// @param as the name of the result
    record AggregateSpec(String function, String column, String as) {
        public AggregateSpec {
            Required.text("function", function);
            Required.text("column", column);
            Required.text("as", as);
        }
    }
}
