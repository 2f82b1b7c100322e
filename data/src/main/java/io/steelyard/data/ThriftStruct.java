package io.steelyard.data;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A structure in Thrift's compact protocol, the form of a Parquet file's footer, without its names: values by their fields' numbers.
/// Unknown fields are kept, so that what is read and written again says the same.
///
/// Source of the format: the Thrift specification, "compact protocol".
final class ThriftStruct {
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int I16 = 4;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int STRUCT = 12;
    private static final int LONG_LIST = 15;
    private static final int MASK = 0x7f;

    private final Map<Integer, Value> fields = new TreeMap<>();

    /// A value with its type: a Long for every integer, a byte array, a [ThriftList] or a structure.
    private record Value(int type, Object value) {}

    /// Values of one type.
    record ThriftList(int type, List<Object> values) {}

    static ThriftStruct read(ByteBuffer in) {
        ThriftStruct struct = new ThriftStruct();
        int field = 0;
        while (true) {
            int head = in.get() & 0xff;
            if (head == 0) {
                return struct;
            }
            int type = head & 0xf;
            int step = head >> 4;
            field = step == 0 ? (int) unzigzag(varint(in)) : field + step;
            struct.fields.put(field, new Value(type, type == TRUE || type == FALSE ? type == TRUE : value(in, type)));
        }
    }

    boolean has(int field) {
        return fields.containsKey(field);
    }

    long number(int field) {
        return (Long) get(field).value();
    }

    /// Replaces a number by another of the same type.
    void number(int field, long value) {
        fields.put(field, new Value(get(field).type(), value));
    }

    void remove(int field) {
        fields.remove(field);
    }

    ThriftStruct struct(int field) {
        return (ThriftStruct) get(field).value();
    }

    /// The structures of a list.
    List<ThriftStruct> structs(int field) {
        return ((ThriftList) get(field).value())
                .values().stream().map(ThriftStruct.class::cast).toList();
    }

    /// Replaces a list of structures.
    void structs(int field, List<ThriftStruct> structs) {
        fields.put(field, new Value(LIST, new ThriftList(STRUCT, List.copyOf(structs))));
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out);
        return out.toByteArray();
    }

    private Value get(int field) {
        Value value = fields.get(field);
        if (value == null) {
            throw new IllegalArgumentException("the structure has no field " + field + ", but " + fields.keySet());
        }
        return value;
    }

    private static Object value(ByteBuffer in, int type) {
        return switch (type) {
            case TRUE, FALSE -> in.get() == TRUE;
            case BYTE -> (long) in.get();
            case I16, I32, I64 -> unzigzag(varint(in));
            case DOUBLE -> bytes(in, Double.BYTES);
            case BINARY -> bytes(in, (int) varint(in));
            case LIST, SET -> list(in);
            case STRUCT -> read(in);
            default -> throw new IllegalArgumentException("a value of the unknown type " + type);
        };
    }

    private static ThriftList list(ByteBuffer in) {
        int head = in.get() & 0xff;
        int size = head >> 4 == LONG_LIST ? (int) varint(in) : head >> 4;
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(value(in, head & 0xf));
        }
        return new ThriftList(head & 0xf, values);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & MASK) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    private void write(ByteArrayOutputStream out) {
        int last = 0;
        for (Map.Entry<Integer, Value> entry : fields.entrySet()) {
            Value value = entry.getValue();
            int type = value.value() instanceof Boolean b ? (b ? TRUE : FALSE) : value.type();
            int step = entry.getKey() - last;
            if (step > 0 && step <= LONG_LIST) {
                out.write(step << 4 | type);
            } else {
                out.write(type);
                varint(out, zigzag(entry.getKey()));
            }
            last = entry.getKey();
            if (!(value.value() instanceof Boolean)) {
                write(out, value.type(), value.value());
            }
        }
        out.write(0);
    }

    private static void write(ByteArrayOutputStream out, int type, Object value) {
        switch (value) {
            case Boolean b -> out.write(b ? TRUE : FALSE);
            case Long number when type == BYTE -> out.write(number.intValue());
            case Long number -> varint(out, zigzag(number));
            case byte[] bytes -> {
                if (type == BINARY) {
                    varint(out, bytes.length);
                }
                out.writeBytes(bytes);
            }
            case ThriftList list -> {
                int size = list.values().size();
                out.write(Math.min(size, LONG_LIST) << 4 | list.type());
                if (size >= LONG_LIST) {
                    varint(out, size);
                }
                list.values().forEach(element -> write(out, list.type(), element));
            }
            case ThriftStruct struct -> struct.write(out);
            default -> throw new IllegalStateException("no value of Thrift: " + value.getClass());
        }
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~MASK) != 0) {
            out.write((int) (rest & MASK) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }
}
