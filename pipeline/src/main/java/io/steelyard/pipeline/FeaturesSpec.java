package io.steelyard.pipeline;

import java.util.List;
import java.util.Map;

/// The rows of a pipeline and what is known about each at its time.
///
/// @param entities a file with one SELECT over the tables: one row a prediction
/// @param time the column of the entities at which a row is predicted; nothing later may enter its features
/// @param target the label's column: 0, 1, or null where there is none
/// @param sources SELECTs over the tables and `entities`, by the name that views know them by; may be empty
/// @param views what is joined point in time; may be empty
public record FeaturesSpec(
        String entities, String time, String target, Map<String, String> sources, List<ViewSpec> views) {
    public FeaturesSpec {
        Required.text("entities", entities);
        Required.text("time", time);
        Required.text("target", target);
        sources = sources == null
                ? Map.of()
                : java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(sources));
        views = Required.listOrEmpty(views);
    }
}
