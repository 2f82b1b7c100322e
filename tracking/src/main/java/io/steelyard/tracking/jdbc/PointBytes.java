package io.steelyard.tracking.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.steelyard.tracking.Metric;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Metrics as bytes, the form of the table `metric_journal`: the form's number (a byte), how many metrics follow (an
/// int), then for each the length of its key (a short), the key in UTF-8, the time and the step (longs) and the value's
/// bits (a long), all with the highest byte first.
final class PointBytes {
    private static final byte FORM = 1;
    private static final int HEAD = 1 + Integer.BYTES;
    private static final int FIXED = Short.BYTES + 3 * Long.BYTES;

    private PointBytes() {}

    static byte[] of(List<Metric> metrics) {
        byte[][] keys = new byte[metrics.size()][];
        int size = HEAD;
        for (int i = 0; i < keys.length; i++) {
            keys[i] = metrics.get(i).key().getBytes(UTF_8);
            size += FIXED + keys[i].length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).put(FORM).putInt(keys.length);
        for (int i = 0; i < keys.length; i++) {
            Metric metric = metrics.get(i);
            bytes.putShort((short) keys[i].length)
                    .put(keys[i])
                    .putLong(metric.timestampMillis())
                    .putLong(metric.step())
                    // Databases know one zero.
                    .putLong(Double.doubleToLongBits(metric.value() + 0.0));
        }
        return bytes.array();
    }

    /// @throws IllegalStateException for bytes that another version of this program wrote
    static List<Metric> read(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        byte form = bytes.get();
        if (form != FORM) {
            throw new IllegalStateException("The table metric_journal holds metrics in form " + form
                    + ", this program knows form " + FORM + ".\nOpen the database with the newer Steelyard once.");
        }
        int count = bytes.getInt();
        List<Metric> metrics = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int length = Short.toUnsignedInt(bytes.getShort());
            String key = new String(stored, bytes.position(), length, UTF_8);
            bytes.position(bytes.position() + length);
            long timestamp = bytes.getLong();
            long step = bytes.getLong();
            metrics.add(new Metric(key, Double.longBitsToDouble(bytes.getLong()), timestamp, step));
        }
        return metrics;
    }

    /// @return how many metrics the bytes hold
    static int count(byte[] stored) {
        return ByteBuffer.wrap(stored).getInt(1);
    }
}
