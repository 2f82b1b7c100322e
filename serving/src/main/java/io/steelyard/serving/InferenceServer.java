package io.steelyard.serving;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.steelyard.monitoring.PredictionLog;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// The data plane: answers predictions over HTTP.
///
/// | request | answer |
/// |---|---|
/// | `POST /predict` with `features` | `prediction`, `confidence`, `model_version`, `latency_ms`, `prediction_id` |
/// | `POST /predict` with `instances` | `predictions` with a `prediction`, `confidence` and `prediction_id` each; `model_version`, `latency_ms` |
/// | `POST /actuals` | `accepted` |
/// | `GET /health` | `status`, `models_loaded` |
/// | `GET /metrics` | Prometheus' text |
///
/// For a binary classifier the prediction is the class, 0 or 1, and the confidence the larger class's probability; for a regression the
/// prediction is the value and the confidence 0. A row is a list of values in the order of the model's signature, or an object of values
/// by column name; each is a number, string or boolean as the signature says, or null for a missing one.
public final class InferenceServer implements AutoCloseable {
    private static final Header PROMETHEUS =
            HeaderValues.create(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");

    private final HttpPort port;

    private InferenceServer(HttpPort port) {
        this.port = port;
    }

    /// Begins to answer.
    ///
    /// @param options where to listen
    /// @param pool the models, which may change at any time; stays the caller's
    /// @param log where predictions and labels are kept; stays the caller's, who closes it after the server
    /// @return the server, to be closed
    /// @throws ServingException of kind PORT where the port cannot be listened on
    public static InferenceServer start(ServingOptions options, ModelPool pool, PredictionLog log) {
        Routes routes = new Routes(options.bodyBytes(), pool, log);
        return new InferenceServer(HttpPort.open(options.address(), routes::addTo));
    }

    /// Where clients of this machine reach it.
    ///
    /// @return for example `http://127.0.0.1:8080`
    public URI uri() {
        return port.uri();
    }

    /// Lets the requests under way come to their end, within a second, and listens no more.
    @Override
    public void close() {
        port.close();
    }

    private static final class Routes {
        private final int bodyBytes;
        private final ModelPool pool;
        private final PredictEndpoint predict;
        private final ActualsEndpoint actuals;
        private final Supplier<ServingMetrics> metrics;

        Routes(int bodyBytes, ModelPool pool, PredictionLog log) {
            this.bodyBytes = bodyBytes;
            this.pool = pool;
            this.predict = new PredictEndpoint(pool, log);
            this.actuals = new ActualsEndpoint(pool, log);
            this.metrics = new Once<>(() -> new ServingMetrics(pool, log));
        }

        void addTo(HttpRouting.Builder routing) {
            routing.post("/predict", counted("/predict", this::predict)).any("/predict", only("/predict", "POST"));
            routing.post("/actuals", counted("/actuals", this::actuals)).any("/actuals", only("/actuals", "POST"));
            routing.get("/health", this::health).any("/health", only("/health", "GET"));
            routing.get("/metrics", this::metrics).any("/metrics", only("/metrics", "GET"));
            routing.any((request, response) -> {
                throw new ServingException(
                        ServingException.Kind.NOT_FOUND,
                        "there is nothing at " + JsonText.quote(request.path().path())
                                + "; there are POST /predict, POST /actuals, GET /health and GET /metrics");
            });
        }

        private void predict(ServerRequest request, ServerResponse response) {
            long start = System.nanoTime();
            PredictEndpoint.Answer answer = predict.answer(RequestBody.read(request, bodyBytes), start);
            metrics.get().predicted(answer.model(), answer.rows(), System.nanoTime() - start);
            json(response, answer.json());
        }

        private void actuals(ServerRequest request, ServerResponse response) {
            json(response, actuals.answer(RequestBody.read(request, bodyBytes)));
        }

        private void health(ServerRequest request, ServerResponse response) {
            String answer =
                    "{\"status\":\"healthy\",\"models_loaded\":" + pool.models().size() + "}";
            json(response, answer.getBytes(StandardCharsets.UTF_8));
        }

        private void metrics(ServerRequest request, ServerResponse response) {
            response.header(PROMETHEUS).send(metrics.get().scrape().getBytes(StandardCharsets.UTF_8));
        }

        private static void json(ServerResponse response, byte[] body) {
            response.header(HeaderValues.CONTENT_TYPE_JSON).send(body);
        }

        /// A handler whose answers are counted by status.
        private Handler counted(String path, Handler handler) {
            return (request, response) -> {
                try {
                    handler.handle(request, response);
                    metrics.get().answered(path, response.status().code());
                } catch (ServingException e) {
                    metrics.get().answered(path, HttpErrors.status(e.kind()).code());
                    throw e;
                }
            };
        }

        private static Handler only(String path, String method) {
            return (request, response) -> {
                response.header(HeaderNames.ALLOW, method);
                throw new ServingException(
                        ServingException.Kind.METHOD_NOT_ALLOWED,
                        path + " takes " + method + ", not "
                                + request.prologue().method().text());
            };
        }
    }
}
