package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.ViewType;
import io.steelyard.tracking.LifecycleView;
import org.jspecify.annotations.Nullable;

/// How many results MLflow's searches give at most, with its words for what it does not take.
final class SearchLimit {
    private static final int TRACKING = 50_000;
    private static final int MODELS = 1000;
    private static final int VERSIONS = 200_000;
    private static final int RUNS_USUALLY = 1000;
    private static final int MODELS_USUALLY = 100;
    private static final int LOGGED_MODELS_USUALLY = 50;

    private SearchLimit() {}

    static int experiments(@Nullable Long asked) {
        long limit = asked == null ? 0 : asked;
        requirePositive(limit);
        if (limit > TRACKING) {
            throw refused(limit, ". It must be at most " + TRACKING);
        }
        return (int) limit;
    }

    static int runs(@Nullable Long asked) {
        long limit = asked == null ? RUNS_USUALLY : asked;
        requireAtMost(TRACKING, limit);
        requirePositive(limit);
        return (int) limit;
    }

    static int models(@Nullable Long asked) {
        long limit = asked == null ? MODELS_USUALLY : asked;
        requireAtMostInQuery(MODELS, limit);
        requirePositive(limit);
        return (int) limit;
    }

    static int versions(@Nullable Long asked) {
        long limit = asked == null ? VERSIONS : asked;
        requireAtMostInQuery(VERSIONS, limit);
        if (limit < 1) {
            throw MlflowException.invalid(
                    "Invalid value for max_results. It must be a positive integer, but got " + limit);
        }
        return (int) limit;
    }

    /// MLflow takes 0 for its usual number here.
    static int loggedModels(@Nullable Long asked) {
        long limit = asked == null || asked == 0 ? LOGGED_MODELS_USUALLY : asked;
        requirePositive(limit);
        requireAtMost(TRACKING, limit);
        return (int) limit;
    }

    static LifecycleView view(@Nullable ViewType type) {
        return type == null
                ? LifecycleView.ACTIVE_ONLY
                : switch (type) {
                    case ACTIVE_ONLY -> LifecycleView.ACTIVE_ONLY;
                    case DELETED_ONLY -> LifecycleView.DELETED_ONLY;
                    case ALL -> LifecycleView.ALL;
                };
    }

    private static void requirePositive(long limit) {
        if (limit < 1) {
            throw refused(limit, ". It must be a positive integer");
        }
    }

    private static void requireAtMost(int most, long limit) {
        if (limit > most) {
            throw refused(limit, ":  Hint: Value was of type 'int'." + RequestReader.HINT);
        }
    }

    /// MLflow reads the values of a query as texts.
    private static void requireAtMostInQuery(int most, long limit) {
        if (limit > most) {
            throw refused("\"" + limit + "\"", ":  Hint: Value was of type 'str'." + RequestReader.HINT);
        }
    }

    private static MlflowException refused(Object limit, String why) {
        return MlflowException.invalid("Invalid value " + limit + " for parameter 'max_results' supplied" + why);
    }
}
