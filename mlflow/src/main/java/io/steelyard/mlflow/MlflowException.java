package io.steelyard.mlflow;

/// A request that is refused before it reaches a store.
final class MlflowException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final MlflowErrorCode code;

    MlflowException(MlflowErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    static MlflowException invalid(String message) {
        return new MlflowException(MlflowErrorCode.INVALID_PARAMETER_VALUE, message);
    }

    MlflowErrorCode code() {
        return code;
    }
}
