package io.steelyard.sql;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// A caller's work on its way through the writer's thread. The caller waits until it ended.
///
/// @param <T> the result's type
final class Work<T extends @Nullable Object> {
    private final Function<? super DSLContext, ? extends T> task;
    private final CountDownLatch ended = new CountDownLatch(1);

    /// Written by the writer's thread, read by the caller after [#ended].
    private @Nullable T result;

    private @Nullable Throwable failure;

    Work(Function<? super DSLContext, ? extends T> task) {
        this.task = task;
    }

    /// Does the work.
    ///
    /// @return null; or why it failed
    @Nullable
    Throwable attempt(DSLContext sql) {
        try {
            result = task.apply(sql);
        } catch (Throwable e) {
            // Also what Java's checks would not let through: the writer's thread must live on.
            failure = e;
        }
        return failure;
    }

    /// Lets the caller go on.
    ///
    /// @param groupFailure why nothing of the whole transaction was kept; null: it was committed
    void end(@Nullable Throwable groupFailure) {
        if (groupFailure != null) {
            failure = groupFailure;
        }
        ended.countDown();
    }

    /// Waits for the end.
    ///
    /// @return what the task returned
    /// @throws SQLException where the database failed; what the task threw goes through as it is
    @SuppressWarnings("NullAway") // the task's result is of the task's type, null or not
    T outcome() throws SQLException {
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof SQLException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return result;
    }
}
