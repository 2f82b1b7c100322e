package io.steelyard.pipeline;

import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.data.TableEngine;
import io.steelyard.features.Aggregate;
import io.steelyard.features.AggregateFunction;
import io.steelyard.features.FeatureView;
import io.steelyard.features.LatestFeatures;
import io.steelyard.features.PointInTimeJoin;
import io.steelyard.features.WindowFeatures;
import io.steelyard.models.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/// The step `features`: one row a prediction, with what was known at its time, in one Parquet file a part.
///
/// @param folder the folder of the pipeline's file
/// @param spec the pipeline
/// @param target where the files go
record JoinFeatures(Path folder, PipelineSpec spec, Path target) {
    private static final String ENTITIES = "entities";
    private static final String JOINED = "joined";
    private static final DateTimeFormatter SQL_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /// What the step brings.
    ///
    /// @param schema the files' columns
    /// @param files the file of each part
    /// @param rows how many rows each part has
    record Joined(Schema schema, Map<Split, Path> files, Map<Split, Long> rows) {}

    Joined run(TableEngine engine, DoubleConsumer progress) {
        FeaturesSpec features = spec.features();
        engine.createTable(ENTITIES, sql(features.entities()));
        features.sources().forEach((name, file) -> engine.createTable(name, sql(file)));
        progress.accept(0.1);
        List<FeatureView> views =
                features.views().stream().map(JoinFeatures::view).toList();
        PointInTimeJoin.join(engine, ENTITIES, features.time(), views, JOINED);
        progress.accept(0.7);
        Schema schema = engine.schema("SELECT * FROM " + JOINED);
        check(schema);
        Map<Split, Path> files = new EnumMap<>(Split.class);
        Map<Split, Long> rows = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            Path file = target.resolve(split.spelling() + ".parquet");
            files.put(split, file);
            rows.put(split, engine.writeParquet(partSql(split), file));
            progress.accept(0.7 + 0.3 * rows.size() / Split.values().length);
        }
        return new Joined(schema, files, rows);
    }

    private void check(Schema schema) {
        FeaturesSpec features = spec.features();
        require(schema, features.time(), ColumnType.TIMESTAMP);
        Field label = schema.field(features.target());
        boolean named = spec.model().task() == Task.MULTICLASS_CLASSIFICATION && label.type() == ColumnType.STRING;
        if (!label.type().isNumeric() && !named) {
            throw wrongType(label, "a number: 0, 1, or null where there is none");
        }
        String weights = spec.model().weights();
        if (weights != null && !schema.field(weights).type().isNumeric()) {
            throw wrongType(schema.field(weights), "a number, to say how much each row counts");
        }
        for (String input : spec.model().features()) {
            Field field = schema.field(input);
            if (field.type() == ColumnType.TIMESTAMP) {
                throw wrongType(field, "a number or text, to be a model's input");
            }
            if (input.equals(features.target())) {
                throw new PipelineException("the target '" + input + "' must not be among the model's features");
            }
        }
        for (String group : spec.evaluation().groups()) {
            require(schema, group, ColumnType.STRING);
        }
        if (spec.batch() != null) {
            spec.batch().keep().forEach(schema::require);
        }
        if (spec.replay() != null) {
            schema.require(spec.replay().id());
            require(schema, spec.replay().labelTime(), ColumnType.TIMESTAMP);
        }
    }

    private static void require(Schema schema, String name, ColumnType type) {
        Field field = schema.field(name);
        if (field.type() != type) {
            throw wrongType(field, type.spelling());
        }
    }

    private static DataException wrongType(Field field, String wanted) {
        return new DataException(
                DataException.Kind.WRONG_TYPE,
                "column '" + field.name() + "' is of type " + field.type().spelling() + ", but must be " + wanted);
    }

    private String partSql(Split split) {
        SplitSpec.Period period = split.period(spec.split());
        String time = '"' + spec.features().time().replace("\"", "\"\"") + '"';
        return "SELECT * FROM " + JOINED + " WHERE " + time + " >= TIMESTAMP '" + midnight(period.from()) + "' AND "
                + time + " < TIMESTAMP '" + midnight(period.to()) + "'";
    }

    private String midnight(LocalDate day) {
        return day.atStartOfDay(spec.split().zone())
                .withZoneSameInstant(ZoneOffset.UTC)
                .format(SQL_TIME);
    }

    private String sql(String file) {
        Path path = folder.resolve(file);
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new PipelineException("there is no file " + path, e);
        } catch (IOException e) {
            throw new PipelineException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static FeatureView view(ViewSpec view) {
        return switch (view) {
            case ViewSpec.Latest v ->
                new LatestFeatures(v.name(), v.source(), v.keys(), v.eventTime(), v.ttl(), v.columns());
            case ViewSpec.Window v ->
                new WindowFeatures(
                        v.name(),
                        v.source(),
                        v.keys(),
                        v.eventTime(),
                        v.window(),
                        v.aggregates().stream()
                                .map(a -> new Aggregate(AggregateFunction.of(a.function()), a.column(), a.as()))
                                .toList());
        };
    }
}
