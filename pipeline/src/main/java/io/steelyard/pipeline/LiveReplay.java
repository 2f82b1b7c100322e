package io.steelyard.pipeline;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.data.TimestampColumn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.DoubleConsumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Sends the live rows to the serving port hour by hour: first the labels that have become known by then, then the hour's rows.
final class LiveReplay {
    private final ServingClient client;
    private final ReplaySpec spec;
    private final FeaturesSpec features;
    private final List<String> inputs;
    private final String idPrefix;
    private final PriorityQueue<Label> waiting = new PriorityQueue<>(Comparator.comparing(Label::knownAt));

    private record Label(Instant knownAt, String id, double value) {}

    /// A replay.
    ///
    /// @param client the serving port
    /// @param spec which columns are the id and the label's time
    /// @param features which columns are the time and the target
    /// @param inputs the model's input columns in order
    /// @param idPrefix stands before each row's id, so that one model version's predictions are told from another's
    LiveReplay(ServingClient client, ReplaySpec spec, FeaturesSpec features, List<String> inputs, String idPrefix) {
        this.client = client;
        this.spec = spec;
        this.features = features;
        this.inputs = List.copyOf(inputs);
        this.idPrefix = idPrefix;
    }

    /// Replays rows.
    ///
    /// @param live the rows in the order of their time
    /// @param progress told the share that is done
    /// @return how many labels were sent
    long run(Batch live, DoubleConsumer progress) {
        TimestampColumn times = live.timestamps(features.time());
        long labels = 0;
        int from = 0;
        while (from < live.rows()) {
            Instant hour = Cells.instant(times, from).truncatedTo(ChronoUnit.HOURS);
            Instant next = hour.plus(1, ChronoUnit.HOURS);
            int to = from;
            while (to < live.rows() && Cells.instant(times, to).isBefore(next)) {
                to++;
            }
            labels += sendLabels(hour);
            predict(live, from, to, hour);
            from = to;
            progress.accept((double) from / live.rows());
        }
        return labels + sendLabels(Instant.MAX);
    }

    private void predict(Batch live, int from, int to, Instant hour) {
        Column ids = live.column(spec.id());
        TimestampColumn labelTimes = live.timestamps(spec.labelTime());
        double[] targets = live.doubles(features.target());
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ArrayNode instances = request.putArray("instances");
        ArrayNode predictionIds = request.putArray("prediction_ids");
        request.put("event_time", hour.toString());
        for (int row = from; row < to; row++) {
            instances.add(Cells.row(live, inputs, row));
            String id = idPrefix + Cells.text(ids, row);
            predictionIds.add(id);
            if (!labelTimes.isMissing(row) && !Double.isNaN(targets[row])) {
                waiting.add(new Label(Cells.instant(labelTimes, row), id, targets[row]));
            }
        }
        client.post("/predict", request);
    }

    private long sendLabels(Instant now) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ArrayNode actuals = request.putArray("actuals");
        for (Label next = waiting.peek(); next != null && !next.knownAt().isAfter(now); next = waiting.peek()) {
            actuals.addObject()
                    .put("prediction_id", next.id())
                    .put("actual", next.value())
                    .put("event_time", next.knownAt().toString());
            waiting.remove();
        }
        if (!actuals.isEmpty()) {
            client.post("/actuals", request);
        }
        return actuals.size();
    }
}
