package io.steelyard.pipeline;

import io.steelyard.artifacts.ArtifactStore;
import io.steelyard.data.Manifest;
import io.steelyard.data.TableEngine;
import io.steelyard.registry.jdbc.JdbcRegistryStore;
import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.jdbc.JdbcTrackingStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A pipeline over a small made table, small enough to be run many times in tests: one row an hour of 2026, whose label
/// follows from the size and from the rows just before it.
final class SmallPipeline {
    static final String ENTITIES = "SELECT * FROM orders ORDER BY id";

    private static final String TABLE = """
            SELECT i AS id, 'shop ' || (i % 3) AS shop, TIMESTAMP '2026-01-01' + to_hours(i::INTEGER) AS placed_at,
              TIMESTAMP '2026-01-01' + to_hours(i::INTEGER) + INTERVAL 5 HOUR AS known_at,
              (i * 7919 % 101)::DOUBLE AS size,
              CASE WHEN i % 50 = 7 THEN NULL ELSE CAST((i * 7919 % 101) + (i * 104729 % 37) > 70 AS BIGINT) END AS late
            FROM range(4000) t(i)""";

    private static final String YAML = """
            name: orders
            seed: 7
            data:
              manifest: MANIFEST.sha256
              tables: {orders: orders.parquet}
            features:
              entities: entities.sql
              time: placed_at
              target: late
              views:
                - name: recent
                  kind: window
                  source: entities
                  keys: [shop]
                  event_time: known_at
                  window: 1d
                  aggregates: [{function: mean, column: late, as: recent_late}]
            split:
              train: {from: 2026-01-01, to: 2026-03-01}
              validation: {from: 2026-03-01, to: 2026-04-01}
              test: {from: 2026-04-01, to: 2026-05-01}
              live: {from: 2026-05-01, to: 2026-06-15}
            transforms: [{kind: ordinal, column: shop}]
            model:
              learner: xgboost
              features: [shop, size, recent_late]
              rounds: 30
              patience: 5
              parameters: {max_depth: 3, nthread: 2}
            evaluation: {groups: [shop]}
            gates: [{metric_name: roc_auc, threshold: 0.8, comparison: gte}]
            register: {model: orders}
            batch: {keep: [id, shop, late]}
            replay: {id: id, label_time: known_at}
            """;

    private final Path folder;
    private String yaml = YAML;

    private SmallPipeline(Path folder) {
        this.folder = folder;
    }

    /// Replaces a part of the pipeline's file, now and for the runs to come.
    void edit(String part, String replacement) throws IOException {
        if (!yaml.contains(part)) {
            throw new IllegalArgumentException("the pipeline has no " + part);
        }
        yaml = yaml.replace(part, replacement);
        Files.writeString(file(), yaml);
    }

    Path file() {
        return folder.resolve("pipeline.yaml");
    }

    static SmallPipeline in(Path folder) throws IOException {
        SmallPipeline pipeline = new SmallPipeline(folder);
        pipeline.table(TABLE);
        pipeline.entities(ENTITIES);
        return pipeline;
    }

    /// Puts another table in the place of the usual one, with its manifest.
    void table(String sql) throws IOException {
        try (TableEngine engine = TableEngine.open()) {
            engine.writeParquet(sql, folder.resolve("orders.parquet"));
        }
        Files.writeString(
                folder.resolve("MANIFEST.sha256"),
                Manifest.of(folder, List.of("orders.parquet")).text());
    }

    void entities(String sql) throws IOException {
        Files.writeString(folder.resolve("entities.sql"), sql);
    }

    /// The usual table with an expression in the place of another.
    static String tableWith(String expression, String replacement) {
        if (!TABLE.contains(expression)) {
            throw new IllegalArgumentException("the table has no " + expression);
        }
        return TABLE.replace(expression, replacement);
    }

    /// What a run left behind.
    record Outcome(PipelineSummary summary, List<String> steps) {}

    Outcome run(Path data, Map<String, String> overrides) throws IOException {
        Files.writeString(file(), yaml);
        PipelineFile file = PipelineFile.read(file(), overrides);
        Files.createDirectories(data);
        List<String> steps = new ArrayList<>();
        try (Database database = Database.open(DatabaseUri.sqlite(data.resolve("steelyard.db")));
                StoreRunLog log = StoreRunLog.start(
                        JdbcTrackingStore.open(database),
                        JdbcRegistryStore.open(database),
                        ArtifactStore.local(data.resolve("artifacts")),
                        file.spec().name());
                ServingHost host = ServingHost.open(data.resolve("predictions"), "127.0.0.1", 0)) {
            return new Outcome(Pipeline.run(file, new Workplace(log, data, host, new Steps(steps))), steps);
        }
    }

    /// Reproduces a run of a data folder.
    static ReproductionReport reproduce(Path data, ReproductionRequest request, List<String> steps) {
        try (Database database = Database.open(DatabaseUri.sqlite(data.resolve("steelyard.db")))) {
            return Reproduction.run(request, archive(data, database), data, new Steps(steps));
        }
    }

    static StoreRunArchive archive(Path data, Database database) {
        return new StoreRunArchive(
                JdbcTrackingStore.open(database),
                JdbcRegistryStore.open(database),
                ArtifactStore.local(data.resolve("artifacts")));
    }

    private record Steps(List<String> done) implements PipelineListener {
        @Override
        public void started(String step) {}

        @Override
        public void progress(String step, double fraction, String note) {}

        @Override
        public void done(String step, Duration took, String result) {
            done.add(step);
        }

        @Override
        public void failed(String step, String message) {}
    }
}
