package io.steelyard.transforms;

import io.steelyard.data.Batch;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A feature pipeline with what it learned. Immutable and safe for any number of threads.
///
/// @param steps the fitted transforms in order; may be empty
public record FittedPipeline(List<FittedTransform> steps) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    public FittedPipeline {
        steps = List.copyOf(Stored.present("steps", steps));
    }

    /// Transforms rows by every step in turn.
    ///
    /// @param rows rows with the columns that the steps need; others pass through
    /// @return as many rows, in the same order
    /// @throws io.steelyard.data.DataException where a column is missing or of another type, or a value is refused
    public Batch transform(Batch rows) {
        Batch current = rows;
        for (FittedTransform step : steps) {
            current = step.transform(current);
        }
        return current;
    }

    /// The pipeline as JSON. Equal pipelines give equal bytes, and every number comes back to the bit.
    ///
    /// @return UTF-8 text
    public byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }

    /// A pipeline that [#toJson] wrote, of this version or any before it.
    ///
    /// @param json UTF-8 text
    /// @return the pipeline
    /// @throws IllegalArgumentException with the place where the text is not that of a pipeline
    public static FittedPipeline fromJson(byte[] json) {
        try {
            return JSON.readValue(json, FittedPipeline.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "not a fitted pipeline: " + e.getOriginalMessage() + " (line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")",
                    e);
        }
    }
}
