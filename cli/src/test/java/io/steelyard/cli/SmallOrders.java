package io.steelyard.cli;

import io.steelyard.data.Manifest;
import io.steelyard.data.TableEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A pipeline over a small made table, for commands that run one. Its gate always fails, so that nothing is served.
final class SmallOrders {
    private static final String TABLE = """
            SELECT i AS id, TIMESTAMP '2026-01-01' + to_hours(i::INTEGER) AS placed_at, (i * 7919 % 101)::DOUBLE AS size,
              CAST((i * 7919 % 101) + (i * 104729 % 37) > 70 AS BIGINT) AS late
            FROM range(3000) t(i)""";

    private static final String YAML = """
            name: orders
            seed: 7
            data: {manifest: MANIFEST.sha256, tables: {orders: orders.parquet}}
            features: {entities: entities.sql, time: placed_at, target: late}
            split:
              train: {from: 2026-01-01, to: 2026-03-01}
              validation: {from: 2026-03-01, to: 2026-04-01}
              test: {from: 2026-04-01, to: 2026-05-01}
              live: {from: 2026-05-01, to: 2026-06-15}
            model:
              learner: xgboost
              features: [size]
              rounds: 5
              patience: 5
              parameters: {max_depth: 3, nthread: 2}
            gates: [{metric_name: roc_auc, threshold: 2, comparison: gte}]
            register: {model: orders}
            """;

    private SmallOrders() {}

    /// Makes the pipeline.
    ///
    /// @param folder where its files go
    /// @return the pipeline's file
    static Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (TableEngine engine = TableEngine.open()) {
            engine.writeParquet(TABLE, folder.resolve("orders.parquet"));
        }
        Files.writeString(
                folder.resolve("MANIFEST.sha256"),
                Manifest.of(folder, List.of("orders.parquet")).text());
        Files.writeString(folder.resolve("entities.sql"), "SELECT * FROM orders ORDER BY id");
        return Files.writeString(folder.resolve("pipeline.yaml"), YAML);
    }
}
