package io.steelyard.models.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import io.steelyard.data.Batch;
import io.steelyard.data.BooleanColumn;
import io.steelyard.data.Column;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.LongColumn;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.data.TimestampColumn;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a graph takes.
///
/// @param inputs its inputs in order
/// @param matrixWidth how many columns its one input has; -1 where that may be any number; 0 where there is an input a column
record GraphInputs(List<Input> inputs, int matrixWidth) {
    /// An input.
    ///
    /// @param name its name
    /// @param type of its elements
    /// @param rank how many dimensions it has: 1 or 2
    record Input(String name, OnnxJavaType type, int rank) {}

    static final int ANY_WIDTH = -1;

    GraphInputs {
        inputs = List.copyOf(inputs);
    }

    /// @throws IllegalArgumentException where an input is neither a matrix nor a column
    static GraphInputs of(Map<String, NodeInfo> infos) {
        List<Input> inputs = new ArrayList<>();
        int width = 0;
        for (NodeInfo info : infos.values()) {
            if (!(info.getInfo() instanceof TensorInfo tensor)) {
                throw new IllegalArgumentException(
                        "the input '" + info.getName() + "' is no tensor: " + info.getInfo());
            }
            long[] shape = tensor.getShape();
            boolean column = shape.length < 2 || (shape.length == 2 && shape[1] == 1);
            if (shape.length > 2 || (!column && infos.size() > 1)) {
                throw new IllegalArgumentException("the input '" + info.getName() + "' has the shape "
                        + Arrays.toString(shape) + ", but a matrix, or an input of one value a row for each "
                        + "column, can be fed");
            }
            if (!column) {
                width = shape[1] < 0 ? ANY_WIDTH : (int) shape[1];
            }
            inputs.add(new Input(info.getName(), tensor.type, shape.length == 2 ? 2 : 1));
        }
        return new GraphInputs(inputs, width);
    }

    /// The columns by their names; none where the graph takes a matrix, whose columns have none.
    Schema schema() {
        if (matrixWidth != 0) {
            return new Schema(List.of());
        }
        return new Schema(inputs.stream()
                .map(input -> new Field(input.name, columnType(input)))
                .toList());
    }

    private static ColumnType columnType(Input input) {
        return switch (input.type) {
            case FLOAT, DOUBLE -> ColumnType.DOUBLE;
            case INT8, INT16, INT32, INT64, UINT8 -> ColumnType.LONG;
            case BOOL -> ColumnType.BOOLEAN;
            case STRING -> ColumnType.STRING;
            case FLOAT16, BFLOAT16, UNKNOWN ->
                throw new IllegalArgumentException("the input '" + input.name + "' has elements of the type "
                        + input.type + ", which cannot be fed");
        };
    }

    /// The tensors of some rows, to be closed.
    Map<String, OnnxTensor> tensors(OrtEnvironment environment, Batch rows) throws OrtException {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            if (matrixWidth != 0) {
                tensors.put(inputs.getFirst().name, matrix(environment, rows));
            } else {
                for (Input input : inputs) {
                    tensors.put(input.name, column(environment, input, rows));
                }
            }
            return tensors;
        } catch (OrtException | RuntimeException e) {
            tensors.values().forEach(OnnxTensor::close);
            throw e;
        }
    }

    private OnnxTensor matrix(OrtEnvironment environment, Batch rows) throws OrtException {
        List<String> names = rows.schema().names();
        int width = names.size();
        if (matrixWidth != ANY_WIDTH && width != matrixWidth) {
            throw new DataException(
                    DataException.Kind.MISSING_COLUMN,
                    "the model takes a matrix of " + matrixWidth + " columns, but there are " + width + ": " + names);
        }
        double[] values = new double[Math.multiplyExact(rows.rows(), width)];
        for (int column = 0; column < width; column++) {
            double[] numbers = rows.doubles(names.get(column));
            for (int row = 0; row < numbers.length; row++) {
                values[row * width + column] = numbers[row];
            }
        }
        return numbers(environment, inputs.getFirst(), values, new long[] {rows.rows(), width});
    }

    private static OnnxTensor column(OrtEnvironment environment, Input input, Batch rows) throws OrtException {
        long[] shape = input.rank == 2 ? new long[] {rows.rows(), 1} : new long[] {rows.rows()};
        if (input.type == OnnxJavaType.STRING) {
            @Nullable String[] texts = rows.strings(input.name).values();
            String[] given = new String[texts.length];
            for (int i = 0; i < texts.length; i++) {
                String text = texts[i];
                given[i] = text == null ? "" : text;
            }
            return OnnxTensor.createTensor(environment, given, shape);
        }
        if (input.type == OnnxJavaType.INT64) {
            return OnnxTensor.createTensor(environment, LongBuffer.wrap(wholes(rows, input.name)), shape);
        }
        return numbers(environment, input, rows.doubles(input.name), shape);
    }

    private static long[] wholes(Batch rows, String name) {
        return switch (rows.column(name)) {
            case LongColumn c -> filled(c, c.values());
            case TimestampColumn c -> filled(c, c.values());
            case DoubleColumn c -> wholes(name, c.values());
            case BooleanColumn truths -> wholes(name, rows.doubles(name));
            case StringColumn texts -> wholes(name, rows.doubles(name));
        };
    }

    private static long[] filled(Column column, long[] values) {
        long[] filled = values.clone();
        for (int row = 0; row < filled.length; row++) {
            if (column.isMissing(row)) {
                filled[row] = Long.MIN_VALUE;
            }
        }
        return filled;
    }

    private static OnnxTensor numbers(OrtEnvironment environment, Input input, double[] values, long[] shape)
            throws OrtException {
        return switch (input.type) {
            case DOUBLE -> OnnxTensor.createTensor(environment, DoubleBuffer.wrap(values), shape);
            case FLOAT -> {
                float[] floats = new float[values.length];
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = (float) values[i];
                }
                yield OnnxTensor.createTensor(environment, FloatBuffer.wrap(floats), shape);
            }
            case INT64 -> OnnxTensor.createTensor(environment, LongBuffer.wrap(wholes(input.name, values)), shape);
            case INT32 -> {
                long[] wholes = wholes(input.name, values);
                int[] ints = new int[wholes.length];
                for (int i = 0; i < ints.length; i++) {
                    ints[i] = Math.toIntExact(wholes[i]);
                }
                yield OnnxTensor.createTensor(environment, IntBuffer.wrap(ints), shape);
            }
            case BOOL -> {
                ByteBuffer bytes = ByteBuffer.allocateDirect(values.length);
                for (double value : values) {
                    bytes.put((byte) (value == 0 ? 0 : 1));
                }
                yield OnnxTensor.createTensor(environment, bytes.flip(), shape, OnnxJavaType.BOOL);
            }
            case INT8, INT16, UINT8, FLOAT16, BFLOAT16, STRING, UNKNOWN ->
                throw new IllegalArgumentException("the input '" + input.name + "' has elements of the type "
                        + input.type + ", which cannot be fed");
        };
    }

    /// Doubles as whole numbers; missing is the least one.
    private static long[] wholes(String name, double[] values) {
        long[] wholes = new long[values.length];
        for (int row = 0; row < wholes.length; row++) {
            wholes[row] = Double.isNaN(values[row]) ? Long.MIN_VALUE : (long) values[row];
            if (!Double.isNaN(values[row]) && wholes[row] != values[row]) {
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "column '" + name + "' holds " + values[row] + " in row " + (row + 1)
                                + ", but the model takes whole numbers");
            }
        }
        return wholes;
    }
}
