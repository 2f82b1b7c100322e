package io.steelyard.tracking.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.tracking.LoggedModelSearch;
import io.steelyard.tracking.TrackingException;
import io.steelyard.tracking.search.OrderBy.Direction;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The orders, their ends and their errors are MLflow 3.17's.
class OrderGrammarTest {
    private static String order(SearchGrammar grammar, String... clauses) {
        return written(grammar.order(List.of(clauses)));
    }

    private static String written(List<OrderBy> order) {
        return order.stream()
                .map(by -> by.field().source().label() + " " + by.field().key() + " " + by.direction())
                .collect(Collectors.joining(", "));
    }

    @Test
    void eachSearchEndsInItsOwnOrder() {
        assertThat(order(SearchGrammar.RUNS)).isEqualTo("attribute start_time DESC, attribute run_id ASC");
        assertThat(order(SearchGrammar.RUNS, "metrics.`a b` desc", "Created"))
                .isEqualTo("metric a b DESC, attribute start_time ASC, attribute run_id ASC");
        assertThat(order(SearchGrammar.EXPERIMENTS))
                .isEqualTo("attribute creation_time DESC, attribute experiment_id ASC");
        assertThat(order(SearchGrammar.EXPERIMENTS, "name"))
                .isEqualTo("attribute name ASC, attribute experiment_id DESC");
        assertThat(order(SearchGrammar.REGISTERED_MODELS, "timestamp DESC"))
                .isEqualTo("attribute last_updated_timestamp DESC, attribute name ASC");
        assertThat(order(SearchGrammar.MODEL_VERSIONS, "creation_timestamp ASC"))
                .isEqualTo("attribute creation_timestamp ASC, attribute name ASC, attribute version_number DESC");
        assertThat(written(SearchGrammar.modelOrder(List.of(new LoggedModelSearch.Order("metrics.a", false, null)))))
                .isEqualTo("metric a DESC, attribute creation_timestamp DESC, attribute model_id ASC");
        assertThat(SearchGrammar.RUNS.order(List.of("params.a")).getFirst().direction())
                .isEqualTo(Direction.ASC);
    }

    @Test
    void whatIsNoOrderIsRefused() {
        refused(SearchGrammar.RUNS, "", "Invalid order_by clause ''. Could not be parsed.");
        refused(SearchGrammar.RUNS, "metrics.a DOWN", "Invalid ordering key in order_by clause 'metrics.a DOWN'.");
        refused(SearchGrammar.RUNS, "metrics.a DESC x", "Invalid order_by clause 'metrics.a DESC x'. Could not");
        refused(SearchGrammar.RUNS, "foo", "Invalid attribute key 'foo' specified. Valid keys are '{'Created', ");
        refused(SearchGrammar.RUNS, "dataset.name", "Invalid order_by entity: dataset");
        refused(SearchGrammar.EXPERIMENTS, "tags.a", "Invalid order_by entity: tag");
        assertThatExceptionOfType(TrackingException.class)
                .isThrownBy(() -> SearchGrammar.RUNS.order(List.of("start_time", "created DESC")))
                .withMessage("`order_by` contains duplicate fields: ['start_time', 'created DESC']");
        assertThatExceptionOfType(TrackingException.class)
                .isThrownBy(
                        () -> SearchGrammar.modelOrder(List.of(new LoggedModelSearch.Order("params.a", true, null))))
                .withMessage("Invalid order by field name: params.a. Only metrics are supported.");
    }

    private static void refused(SearchGrammar grammar, String clause, String message) {
        assertThatExceptionOfType(TrackingException.class)
                .isThrownBy(() -> grammar.order(List.of(clause)))
                .withMessageStartingWith(message);
    }
}
