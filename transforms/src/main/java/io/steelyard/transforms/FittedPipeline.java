package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import io.steelyard.data.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Fitted transforms one after another. Immutable and safe to share between threads.
///
/// It is stored as JSON, the same bytes for the same steps; numbers come back to the last bit.
///
/// @param steps the steps in order
public record FittedPipeline(List<FittedTransform> steps) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    public FittedPipeline {
        steps = List.copyOf(steps);
    }

    /// Transforms rows.
    ///
    /// @param rows any number of rows with the columns that the steps need
    /// @return as many rows in the same order
    /// @throws DataException where a column is missing or of another type
    public Batch apply(Batch rows) {
        Batch transformed = rows;
        for (FittedTransform step : steps) {
            transformed = step.apply(transformed);
        }
        return transformed;
    }

    /// The columns that [#apply] returns.
    ///
    /// @param input the columns that it is given
    /// @return the columns after the last step
    /// @throws DataException where a column is missing or of another type
    public Schema outputSchema(Schema input) {
        return apply(Batch.empty(input)).schema();
    }

    /// The pipeline as JSON.
    ///
    /// @return the text
    public String toJson() {
        return JSON.writeValueAsString(this).replace("\r\n", "\n") + "\n";
    }

    /// A pipeline that was written as JSON.
    ///
    /// @param json the text
    /// @return the pipeline
    /// @throws DataException of kind [DataException.Kind#UNREADABLE] where it is no such text
    public static FittedPipeline fromJson(String json) {
        try {
            return JSON.readValue(json, FittedPipeline.class);
        } catch (JacksonException e) {
            throw new DataException(
                    DataException.Kind.UNREADABLE, "this is no fitted pipeline: " + e.getOriginalMessage(), e);
        }
    }

    /// Writes the pipeline to a file.
    ///
    /// @param file the file, replaced where it is there
    /// @throws DataException where it cannot be written
    public void write(Path file) {
        try {
            Files.writeString(file, toJson());
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot write " + file + ": " + e, e);
        }
    }

    /// Reads a pipeline from a file.
    ///
    /// @param file the file
    /// @return the pipeline
    /// @throws DataException of kind [DataException.Kind#NOT_FOUND] where the file is not there, of kind
    ///     [DataException.Kind#UNREADABLE] where it holds no pipeline
    public static FittedPipeline read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DataException(DataException.Kind.NOT_FOUND, "there is no file " + file);
        }
        try {
            return fromJson(Files.readString(file));
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot read " + file + ": " + e, e);
        } catch (DataException e) {
            throw new DataException(e.kind(), file + ": " + e.getMessage(), e);
        }
    }
}
