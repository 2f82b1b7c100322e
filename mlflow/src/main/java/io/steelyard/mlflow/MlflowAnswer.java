package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.Empty;
import io.steelyard.mlflow.wire.ErrorBody;
import io.steelyard.mlflow.wire.WireJson;

/// What goes back over HTTP.
///
/// @param status the HTTP status
/// @param json the body, in UTF-8, of type `application/json`; not copied
public record MlflowAnswer(int status, byte[] json) {
    private static final MlflowAnswer EMPTY = new MlflowAnswer(200, new byte[] {'{', '}'});

    static MlflowAnswer ok(Object response) {
        return response instanceof Empty ? EMPTY : new MlflowAnswer(200, WireJson.write(response));
    }

    /// Answers with an error.
    ///
    /// @param code which
    /// @param message what is wrong, fit for showing
    /// @return the answer
    public static MlflowAnswer error(MlflowErrorCode code, String message) {
        return new MlflowAnswer(code.status(), WireJson.write(new ErrorBody(code.name(), message)));
    }
}
