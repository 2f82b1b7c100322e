package io.steelyard.mlflow;

import io.steelyard.registry.RegistryException;
import io.steelyard.tracking.TrackingException;
import java.util.Optional;

/// Which answer a refusal has: the one place that knows which kind has which code.
public final class Refusal {
    private Refusal() {}

    /// Answers an exception.
    ///
    /// @param thrown what a store or an endpoint threw
    /// @return the answer; empty: it is no refusal, something failed
    public static Optional<MlflowAnswer> answer(RuntimeException thrown) {
        return code(thrown).map(code -> MlflowAnswer.error(code, String.valueOf(thrown.getMessage())));
    }

    private static Optional<MlflowErrorCode> code(RuntimeException thrown) {
        return switch (thrown) {
            case MlflowException e -> Optional.of(e.code());
            case TrackingException e ->
                Optional.of(
                        switch (e.kind()) {
                            case NOT_FOUND -> MlflowErrorCode.RESOURCE_DOES_NOT_EXIST;
                            case ALREADY_EXISTS -> MlflowErrorCode.RESOURCE_ALREADY_EXISTS;
                            case INVALID -> MlflowErrorCode.INVALID_PARAMETER_VALUE;
                            case INVALID_STATE -> MlflowErrorCode.INVALID_STATE;
                        });
            case RegistryException e ->
                Optional.of(
                        switch (e.kind()) {
                            case NOT_FOUND -> MlflowErrorCode.RESOURCE_DOES_NOT_EXIST;
                            case ALREADY_EXISTS -> MlflowErrorCode.RESOURCE_ALREADY_EXISTS;
                            case INVALID -> MlflowErrorCode.INVALID_PARAMETER_VALUE;
                        });
            default -> Optional.empty();
        };
    }
}
