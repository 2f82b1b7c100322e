/// Others' clients against our server: each flow runs against MLflow's own server too, and what the client sees is
/// compared.
@NullMarked
package io.steelyard.conformance;

import org.jspecify.annotations.NullMarked;
