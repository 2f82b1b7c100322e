package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.Metric;
import java.util.List;
import org.jooq.DSLContext;

/// The straight way: metrics go to `series` and `points` in the transaction of their batch.
final class MetricTables implements MetricIntake {
    @Override
    public Delivery deliver(List<Metric> metrics) {
        return new Delivery() {
            @Override
            public void write(DSLContext sql, long runNo) {
                MetricRows.insert(sql, runNo, metrics);
            }

            @Override
            public void committed() {}
        };
    }

    @Override
    public void settle() {}
}
