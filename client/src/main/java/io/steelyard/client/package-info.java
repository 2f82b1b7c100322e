/// A client of a server that speaks MLflow's REST interface, Steelyard's or MLflow's own. Start with
/// [RemoteRunLog#start].
@NullMarked
package io.steelyard.client;

import org.jspecify.annotations.NullMarked;
