package io.steelyard.mlflow;

/// MLflow's names of errors, with the HTTP status that belongs to each.
public enum MlflowErrorCode {
    /// The request cannot be taken.
    INVALID_PARAMETER_VALUE(400),
    /// There is one of that name already. MLflow answers 400 here, not 409.
    RESOURCE_ALREADY_EXISTS(400),
    /// There is none of that name.
    RESOURCE_DOES_NOT_EXIST(404),
    /// It cannot be done to something in this state.
    INVALID_STATE(500),
    /// The server is at fault.
    INTERNAL_ERROR(500),
    /// The store is held or out of reach; the same request may succeed when it is sent again.
    TEMPORARILY_UNAVAILABLE(503),
    /// The disk is full. MLflow has 429 here, upon which its clients send the request again and again.
    RESOURCE_EXHAUSTED(507);

    private final int status;

    MlflowErrorCode(int status) {
        this.status = status;
    }

    /// Gives the HTTP status.
    ///
    /// @return the status
    public int status() {
        return status;
    }
}
