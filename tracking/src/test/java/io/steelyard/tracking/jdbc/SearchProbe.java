package io.steelyard.tracking.jdbc;

import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.LifecycleView;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunSearch;
import io.steelyard.tracking.TrackingStore;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Times searches of many runs, in milliseconds of the processor, so that others on the machine matter less:
/// `SearchProbe FILE RUNS`. The file is made where there is none.
final class SearchProbe {
    private static final String[][] SEARCHES = {
        {"all, newest first", ""},
        {"metric filter, selective", "metrics.auc > 0.9995"},
        {"metric filter, half", "metrics.auc > 0.5"},
        {"order by metric", "", "metrics.auc DESC"},
        {"order by metric, ascending", "", "metrics.loss"},
        {"order by metric, all equal", "", "metrics.epoch DESC"},
        {"order by metric, NaN and missing", "", "metrics.acc DESC"},
        {"order by metric, two metric filters", "metrics.loss < 0.5 AND metrics.acc > 0.5", "metrics.auc DESC"},
        {"metric and param filter", "metrics.auc > 0.5 AND params.model = 'xgb'"},
        {"param, 20 runs of 100k", "params.seed = '17'"},
        {"rare tag by metric", "tags.team = 'rare'", "metrics.auc DESC"},
        {"order by param", "", "params.lr DESC"},
        {"order by param of two values", "", "params.model"},
        {"order by name", "", "run_name"},
        {"run name", "run_name = 'run-777'"},
        {"LIKE prefix", "params.note LIKE 'the note of run 77%'"},
        {"LIKE '%x%', few", "params.note LIKE '%run 7777'"},
        {"LIKE '%x%', none", "params.note LIKE '%nothing like it%'"},
        {"OR of selective", "metrics.auc > 0.9999 OR metrics.loss > 0.9999"},
        {"OR of halves", "metrics.auc > 0.5 OR params.model = 'xgb'"},
        {"NOT", "NOT (metrics.auc > 0.001)"},
        {"empty and unselective", "metrics.auc > 0.5 AND metrics.loss > 0.5 AND metrics.epoch < 10"},
        {"two halves, none in both", "metrics.auc > 0.5 AND NOT metrics.auc > 0.4"},
        {"ends two halves, none in both", "metrics.auc > 0.5 AND metrics.auc < 0.4"},
        {"status, none", "status = 'SCHEDULED'"},
        {"tag and status, none", "tags.team = 'usual' AND status = 'SCHEDULED'"},
        {"param halves, none in both", "params.model = 'xgb' AND params.model LIKE 'forest%'"},
    };

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SearchProbe() {}

    public static void main(String[] args) {
        Path file = Path.of(args[0]);
        boolean isNew = !Files.exists(file);
        try (Database database = Database.open(DatabaseUri.sqlite(file))) {
            TrackingStore store = JdbcTrackingStore.open(database);
            if (isNew) {
                long start = System.nanoTime();
                RunGenerator.fill(database, Integer.parseInt(args[1]));
                System.out.printf(Locale.ROOT, "filled in %d s%n", (System.nanoTime() - start) / 1_000_000_000);
            }
            for (String[] search : SEARCHES) {
                time(store, search[0], search[1], Arrays.asList(search).subList(2, search.length));
            }
        }
    }

    private static void time(TrackingStore store, String name, String filter, List<String> order) {
        double[] millis = new double[11];
        int found = 0;
        for (int i = 0; i < millis.length; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            Page<Run> page =
                    store.searchRuns(new RunSearch(List.of("0"), filter, order, LifecycleView.ACTIVE_ONLY, 100, null));
            millis[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
            found = page.items().size();
        }
        double first = millis[0];
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT, "%8.1f ms, first %8.1f: %3d runs, %s%n", millis[millis.length / 2], first, found, name);
    }
}
