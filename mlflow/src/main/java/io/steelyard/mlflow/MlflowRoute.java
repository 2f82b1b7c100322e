package io.steelyard.mlflow;

import io.steelyard.registry.RegistryException;
import io.steelyard.tracking.TrackingException;
import java.util.function.Function;

/// One endpoint: where it is mounted and what it does. It may be called from any number of threads.
public final class MlflowRoute {
    /// HTTP methods that MLflow's endpoints have.
    public enum Method {
        /// Parameters stand in the query.
        GET,
        /// Parameters stand in the body.
        POST
    }

    private final Method method;
    private final String path;
    private final Function<MlflowRequest, Object> handler;

    private MlflowRoute(Method method, String path, Function<MlflowRequest, Object> handler) {
        this.method = method;
        this.path = path;
        this.handler = handler;
    }

    static <Q extends Record> MlflowRoute of(
            Method method, String path, Class<Q> request, Function<Q, ? extends Record> handler) {
        return new MlflowRoute(method, path, raw -> handler.apply(RequestReader.read(raw.json(), request)));
    }

    /// Gives the HTTP method.
    ///
    /// @return the method
    public Method method() {
        return method;
    }

    /// Gives the path below `/api/2.0/mlflow` and `/ajax-api/2.0/mlflow`.
    ///
    /// @return for example `/runs/create`
    public String path() {
        return path;
    }

    /// Does what the request asks for. What is refused becomes an answer with MLflow's error code; this is the one
    /// place that knows which kind of refusal has which code.
    ///
    /// @param request the request
    /// @return the answer
    /// @throws RuntimeException where the store itself fails, for example because its disk is full
    public MlflowAnswer answer(MlflowRequest request) {
        try {
            return MlflowAnswer.ok(handler.apply(request));
        } catch (MlflowException e) {
            return MlflowAnswer.error(e.code(), String.valueOf(e.getMessage()));
        } catch (TrackingException e) {
            return MlflowAnswer.error(
                    switch (e.kind()) {
                        case NOT_FOUND -> MlflowErrorCode.RESOURCE_DOES_NOT_EXIST;
                        case ALREADY_EXISTS -> MlflowErrorCode.RESOURCE_ALREADY_EXISTS;
                        case INVALID -> MlflowErrorCode.INVALID_PARAMETER_VALUE;
                        case INVALID_STATE -> MlflowErrorCode.INVALID_STATE;
                    },
                    String.valueOf(e.getMessage()));
        } catch (RegistryException e) {
            return MlflowAnswer.error(
                    switch (e.kind()) {
                        case NOT_FOUND -> MlflowErrorCode.RESOURCE_DOES_NOT_EXIST;
                        case ALREADY_EXISTS -> MlflowErrorCode.RESOURCE_ALREADY_EXISTS;
                        case INVALID -> MlflowErrorCode.INVALID_PARAMETER_VALUE;
                    },
                    String.valueOf(e.getMessage()));
        }
    }
}
