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
    INTERNAL_ERROR(500);

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
