package io.steelyard.tracking.jdbc;

import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.Metric;
import java.util.List;
import org.jooq.DSLContext;

/// How logged metrics get into a database.
sealed interface MetricIntake permits MetricJournal, MetricTables {
    /// Opens the way that suits a database. It ends with the database.
    static MetricIntake open(Database database) {
        return switch (database.uri()) {
            case DatabaseUri.Sqlite sqlite -> MetricJournal.open(database);
            case DatabaseUri.Postgres postgres -> new MetricTables();
        };
    }

    /// Takes metrics over, outside of any transaction. May wait until earlier ones are settled.
    Delivery deliver(List<Metric> metrics);

    /// Brings whatever was committed before this call to the tables `series` and `points`, so that a search finds it.
    /// Reading a run and its history needs no settling.
    void settle();

    /// Some metrics of one call on their way.
    interface Delivery {
        /// Writes them, in the transaction that writes the rest of their batch.
        void write(DSLContext sql, long runNo);

        /// Says that they are committed.
        void committed();
    }
}
