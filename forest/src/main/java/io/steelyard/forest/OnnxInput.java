package io.steelyard.forest;

/// An input of an ONNX graph.
///
/// @param name its name
/// @param isDouble whether its values are doubles
/// @param features how many values a row has; 0 where the file does not say
record OnnxInput(String name, boolean isDouble, int features) {
    private static final int DOUBLE = 11;

    static OnnxInput read(ProtoReader message) {
        String name = "";
        boolean isDouble = false;
        long features = 0;
        for (int field = message.next(); field != 0; field = message.next()) {
            switch (field) {
                case 1 -> name = message.text();
                case 2 -> {
                    ProtoReader type = message.message();
                    for (int kind = type.next(); kind != 0; kind = type.next()) {
                        if (kind != 1) {
                            type.skip();
                            continue;
                        }
                        ProtoReader tensor = type.message();
                        for (int part = tensor.next(); part != 0; part = tensor.next()) {
                            switch (part) {
                                case 1 -> isDouble = tensor.integer() == DOUBLE;
                                case 2 -> features = lastDimension(tensor.message());
                                default -> tensor.skip();
                            }
                        }
                    }
                }
                default -> message.skip();
            }
        }
        if (features < 0 || features > Integer.MAX_VALUE) {
            throw message.failure("the input '" + name + "' claims rows of " + features + " values");
        }
        return new OnnxInput(name, isDouble, (int) features);
    }

    private static long lastDimension(ProtoReader shape) {
        long last = 0;
        int count = 0;
        for (int field = shape.next(); field != 0; field = shape.next()) {
            if (field != 1) {
                shape.skip();
                continue;
            }
            ProtoReader dimension = shape.message();
            last = 0;
            count++;
            for (int kind = dimension.next(); kind != 0; kind = dimension.next()) {
                if (kind == 1) {
                    last = dimension.integer();
                } else {
                    dimension.skip();
                }
            }
        }
        return count == 2 ? last : 0;
    }
}
