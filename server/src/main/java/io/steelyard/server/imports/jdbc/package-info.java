/// Reads the database of an MLflow server.
@NullMarked
package io.steelyard.server.imports.jdbc;

import org.jspecify.annotations.NullMarked;
