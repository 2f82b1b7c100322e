package io.steelyard.tracking;

import static io.steelyard.tracking.StoreFixture.metric;
import static io.steelyard.tracking.StoreFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.tracking.TrackingException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every tracking store does with metrics. The messages are those of MLflow 3.17.
interface MetricsContract extends StoreFixture {
    @Test
    default void theLatestMetricIsTheGreatestByStepThenTimeThenValue() {
        Run run = start();
        metrics(run, metric("a", 5, 10, 1), metric("a", 1, 5, 2), metric("b", 1, 1, 0));
        assertThat(store().run(run.id()).metrics())
                .isEqualTo(Map.of("a", metric("a", 1, 5, 2), "b", metric("b", 1, 1, 0)));
        metrics(run, metric("a", 9, 4, 2), metric("a", 9, 99, 1));
        assertThat(store().run(run.id()).metrics()).containsEntry("a", metric("a", 1, 5, 2));
        metrics(run, metric("a", 0.5, 5, 2));
        assertThat(store().run(run.id()).metrics()).containsEntry("a", metric("a", 1, 5, 2));
        metrics(run, metric("a", 1.5, 5, 2));
        assertThat(store().run(run.id()).metrics()).containsEntry("a", metric("a", 1.5, 5, 2));
    }

    @Test
    default void nanAndInfinitiesComeBack() {
        Run run = start();
        metrics(
                run,
                metric("nan", Double.NaN, 1, 0),
                metric("inf", Double.POSITIVE_INFINITY, 1, 0),
                metric("low", Double.NEGATIVE_INFINITY, 1, -3),
                metric("max", Double.MAX_VALUE, 1, Long.MAX_VALUE));
        assertThat(store().run(run.id()).metrics())
                .isEqualTo(Map.of(
                        "nan", metric("nan", Double.NaN, 1, 0),
                        "inf", metric("inf", Double.POSITIVE_INFINITY, 1, 0),
                        "low", metric("low", Double.NEGATIVE_INFINITY, 1, -3),
                        "max", metric("max", Double.MAX_VALUE, 1, Long.MAX_VALUE)));
        // A NaN counts as 0: an equal place keeps it, a greater value takes it.
        metrics(run, metric("nan", -1, 1, 0));
        assertThat(store().run(run.id()).metrics()).containsEntry("nan", metric("nan", Double.NaN, 1, 0));
        metrics(run, metric("nan", 1, 1, 0));
        assertThat(store().metricHistory(run.id(), "nan"))
                .containsExactly(metric("nan", -1, 1, 0), metric("nan", Double.NaN, 1, 0), metric("nan", 1, 1, 0));
    }

    @Test
    default void theSameMetricTwiceStandsOnce() {
        Run run = start();
        Metric same = metric("a", 0.1, 7, 3);
        Metric nan = metric("a", Double.NaN, 7, 3);
        metrics(run, same, same, nan, nan);
        metrics(run, same, metric("a", 0.2, 7, 3), nan);
        assertThat(store().metricHistory(run.id(), "a")).containsExactly(nan, same, metric("a", 0.2, 7, 3));
    }

    @Test
    default void aHistoryIsOrderedByTimeThenStepThenValue() {
        Run run = start();
        List<Metric> ordered = List.of(
                metric("a", 9, 1, 9),
                metric("a", 1, 2, 1),
                metric("a", 2, 2, 1),
                metric("a", 0, 2, 5),
                metric("a", 0, 3, 0));
        List<Metric> mixed = new ArrayList<>(ordered.reversed());
        mixed.add(metric("b", 1, 1, 1));
        metrics(run, mixed.toArray(Metric[]::new));
        assertThat(store().metricHistory(run.id(), "a")).isEqualTo(ordered);
        assertThat(store().metricHistory(run.id(), "c")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 100})
    default void aHistoryCanBeReadPageByPage(int size) {
        Run run = start();
        metrics(
                run,
                metric("a", 1, 1, 0),
                metric("a", Double.NaN, 1, 0),
                metric("a", 0, 1, 0),
                metric("a", -1, 1, 0),
                metric("a", Double.POSITIVE_INFINITY, 1, 1),
                metric("a", 0.1, 2, 0));
        List<Metric> read = new ArrayList<>();
        @Nullable String token = null;
        do {
            Page<Metric> page = store().metricHistory(run.id(), "a", size, token);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            read.addAll(page.items());
            token = page.nextToken();
        } while (token != null);
        assertThat(read).hasSize(6).isEqualTo(store().metricHistory(run.id(), "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "eHg", "YSxiLGMsZA"})
    default void aTokenThatIsNoneIsRefused(String token) {
        Run run = start();
        String message = "Invalid page token, could not base64-decode";
        refused(Kind.INVALID, message, () -> store().metricHistory(run.id(), "a", 1, token));
        refused(Kind.INVALID, message, () -> store().runs("0", 1, token));
    }

    @Test
    default void manyMetricsAreWrittenAtOnce() {
        Run run = start();
        List<Metric> many = IntStream.range(0, 2500)
                .boxed()
                .flatMap(i -> Stream.of(metric("key/" + i, i, 1, 0), metric("loss", -i, i, i)))
                .toList();
        store().log(run.id(), RunBatch.of(many, Map.of(), Map.of()));
        assertThat(store().run(run.id()).metrics())
                .hasSize(2501)
                .containsEntry("key/2499", metric("key/2499", 2499, 1, 0))
                .containsEntry("loss", metric("loss", -2499, 2499, 2499));
        assertThat(store().metricHistory(run.id(), "loss")).hasSize(2500);
    }
}
