/// Brings over what an MLflow server recorded. Start with [MlflowImport].
@NullMarked
package io.steelyard.server.imports;

import org.jspecify.annotations.NullMarked;
