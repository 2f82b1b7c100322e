package io.steelyard.benchmarks.scoring;

/// What a side does in a turn.
///
/// @param side its name
/// @param rows how many rows it scores
/// @param work scores them
record Turn(String side, int rows, Work work) {
    /// Scores rows.
    @FunctionalInterface
    interface Work {
        /// @return microseconds, where the work itself was timed elsewhere; negative where the caller is to time it
        double run() throws Exception;
    }

    /// Work of this process.
    static Turn of(String side, int rows, Task task) {
        return new Turn(side, rows, () -> {
            task.run();
            return -1;
        });
    }

    /// Scores rows in this process.
    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }

    /// Does the work.
    ///
    /// @return microseconds a row
    double microseconds() throws Exception {
        long begin = System.nanoTime();
        double told = work.run();
        double took = (System.nanoTime() - begin) / 1e3;
        return (told < 0 ? took : told) / rows;
    }
}
