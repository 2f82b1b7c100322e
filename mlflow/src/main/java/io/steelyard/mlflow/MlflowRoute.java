package io.steelyard.mlflow;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// One endpoint: where it is mounted and what it does. It may be called from any number of threads.
public final class MlflowRoute {
    /// HTTP methods that MLflow's endpoints have.
    public enum Method {
        /// Parameters stand in the query, or, where there is none, in a JSON body.
        GET,
        /// Parameters stand in a JSON body, whose type must be said.
        POST,
        /// As [#POST].
        PUT,
        /// Parameters stand in a JSON body.
        PATCH,
        /// As [#PATCH].
        DELETE
    }

    /// Below which prefixes an endpoint is mounted.
    public enum Mount {
        /// `/api/2.0/mlflow` and `/ajax-api/2.0/mlflow`
        V2,
        /// `/ajax-api/2.0/mlflow`, which only MLflow's own pages call
        V2_PAGES,
        /// `/api/3.0/mlflow` and `/ajax-api/3.0/mlflow`
        V3;

        private List<String> prefixes() {
            return switch (this) {
                case V2 -> List.of("/api/2.0/mlflow", "/ajax-api/2.0/mlflow");
                case V2_PAGES -> List.of("/ajax-api/2.0/mlflow");
                case V3 -> List.of("/api/3.0/mlflow", "/ajax-api/3.0/mlflow");
            };
        }
    }

    private final Method method;
    private final Mount mount;
    private final String path;
    private final Function<MlflowRequest, Object> handler;

    private MlflowRoute(Method method, Mount mount, String path, Function<MlflowRequest, Object> handler) {
        this.method = method;
        this.mount = mount;
        this.path = path;
        this.handler = handler;
    }

    /// An endpoint under both prefixes of version 2. A part `{name}` of the path is the request's parameter of that
    /// name, whatever else the request says of it.
    static <Q extends Record> MlflowRoute of(
            Method method, String path, Class<Q> request, Function<Q, ? extends Record> handler) {
        RequestShape shape = RequestShape.of(request);
        return raw(method, path, raw -> handler.apply(RequestReader.read(raw.json(shape), request)));
    }

    /// An endpoint that reads its request itself.
    static MlflowRoute raw(Method method, String path, Function<MlflowRequest, Object> handler) {
        return new MlflowRoute(method, Mount.V2, path, handler);
    }

    /// The same endpoint under other prefixes.
    MlflowRoute under(Mount other) {
        return new MlflowRoute(method, other, path, handler);
    }

    /// Gives the HTTP method.
    ///
    /// @return the method
    public Method method() {
        return method;
    }

    /// Gives the path below the prefixes.
    ///
    /// @return for example `/runs/create` or `/logged-models/{model_id}`
    public String path() {
        return path;
    }

    /// Gives the whole paths.
    ///
    /// @return for example `/api/2.0/mlflow/runs/create` and `/ajax-api/2.0/mlflow/runs/create`
    public List<String> paths() {
        return mount.prefixes().stream().map(prefix -> prefix + path).toList();
    }

    /// Does what the request asks for. What is refused becomes an answer with MLflow's error code, as [Refusal] says.
    ///
    /// @param request the request
    /// @return the answer
    /// @throws RuntimeException where the store itself fails, for example because its disk is full
    public MlflowAnswer answer(MlflowRequest request) {
        return answer(request, Map.of());
    }

    /// Does what the request asks for, as [#answer(MlflowRequest)] does.
    ///
    /// @param request the request
    /// @param variables the values of the path's `{name}`, decoded
    /// @return the answer
    /// @throws RuntimeException where the store itself fails, for example because its disk is full
    public MlflowAnswer answer(MlflowRequest request, Map<String, String> variables) {
        try {
            return MlflowAnswer.ok(handler.apply(request.with(variables)));
        } catch (RuntimeException e) {
            return Refusal.answer(e).orElseThrow(() -> e);
        }
    }
}
