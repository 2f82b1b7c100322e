/// ONNX models by ONNX Runtime. On the class path, it is found as the runtime of the format `onnx` by
/// [io.steelyard.models.ModelRuntimes]; nothing else need be called.
@NullMarked
package io.steelyard.models.onnx;

import org.jspecify.annotations.NullMarked;
