/// Graphs of the Open Neural Network Exchange, written without native code and without generated code: the few messages of
/// `onnx.proto` that a graph needs, in protobuf's wire form. Start with [OnnxGraph].
@NullMarked
package io.steelyard.models.graph;

import org.jspecify.annotations.NullMarked;
