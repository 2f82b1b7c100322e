package io.steelyard.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.tracking.TrackingException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/// A store to test, and what the contracts do with it again and again.
public interface StoreFixture {
    /// The time of the store's clock.
    long NOW = 1_700_000_000_000L;

    /// @return a store that is empty but for the experiment `Default`
    TrackingStore store();

    default Run start() {
        return store().createRun(new NewRun("0", null, "me", 1, Map.of()));
    }

    default void metrics(Run run, Metric... metrics) {
        store().log(run.id(), RunBatch.of(List.of(metrics), Map.of(), Map.of()));
    }

    static Metric metric(String key, double value, long timestamp, long step) {
        return new Metric(key, value, timestamp, step);
    }

    static void refused(Kind kind, String message, ThrowingCallable call) {
        assertThatExceptionOfType(TrackingException.class)
                .isThrownBy(call)
                .withMessage(message)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    /// @param page gives the page of a token
    static <T> List<T> readAll(Function<@Nullable String, Page<T>> page) {
        List<T> read = new ArrayList<>();
        @Nullable String token = null;
        do {
            Page<T> next = page.apply(token);
            read.addAll(next.items());
            token = next.nextToken();
        } while (token != null);
        return read;
    }
}
