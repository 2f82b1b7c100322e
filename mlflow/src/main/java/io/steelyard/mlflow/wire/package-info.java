/// MLflow's requests and answers, one record each, and how they are spelled in JSON: [WireJson]. Both sides use them,
/// the server's in `io.steelyard.mlflow` and a client's.
///
/// A part that may be absent is nullable; a list that is absent is empty.
@NullMarked
package io.steelyard.mlflow.wire;

import org.jspecify.annotations.NullMarked;
