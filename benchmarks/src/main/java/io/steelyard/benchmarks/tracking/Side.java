package io.steelyard.benchmarks.tracking;

import java.io.IOException;
import java.nio.file.Path;

/// One of the two servers that are compared.
sealed interface Side permits MlflowSide, SteelyardSide {
    /// What reports call it.
    String name();

    /// What starts its server on a folder and a port.
    ServerProcess.Command command(Path folder);

    /// Puts runs into the folder, on which a server has been started once and runs no more.
    ///
    /// @return the id of the runs' experiment
    String load(Path folder, RunTable table) throws IOException, InterruptedException;
}
