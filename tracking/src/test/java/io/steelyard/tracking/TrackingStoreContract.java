package io.steelyard.tracking;

import static io.steelyard.tracking.StoreFixture.metric;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every tracking store does.
public abstract class TrackingStoreContract
        implements ExperimentsContract,
                RunsContract,
                MetricsContract,
                InputsContract,
                LoggedModelsContract,
                SearchExamplesContract,
                PurgeContract {
    @Test
    void manyMayWriteAtOnce() throws Exception {
        Run run = start();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int step = i;
                all.add(threads.submit(() -> metrics(run, metric("a", step, step, step), metric("b" + step, 1, 1, 1))));
                all.add(threads.submit(() -> store().experimentNamed("shared")));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(store().metricHistory(run.id(), "a")).hasSize(200);
        assertThat(store().run(run.id()).metrics()).hasSize(201).containsEntry("a", metric("a", 199, 199, 199));
    }
}
