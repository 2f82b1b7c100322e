package io.steelyard.models.onnx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The classes that a graph's nodes name, in the order of their probabilities. ONNX Runtime does not tell them, so that they
/// are looked up in the file: `ModelProto.graph.node.attribute`, in protobuf's wire form.
final class ClassLabels {
    private static final Set<String> ATTRIBUTES =
            Set.of("classlabels_strings", "classlabels_int64s", "classlabels_ints");
    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int ATTRIBUTE = 5;
    private static final int NAME = 1;
    private static final int INTS = 8;
    private static final int STRINGS = 9;

    private final List<String> labels = new ArrayList<>();

    private ClassLabels() {}

    /// @return the labels of the last node that has any; none where no node has
    static List<String> of(byte[] model) {
        ClassLabels found = new ClassLabels();
        new Fields(model).forEach((field, graph) -> {
            if (field == GRAPH) {
                graph.forEach(found::inGraph);
            }
        });
        return List.copyOf(found.labels);
    }

    private void inGraph(int field, Fields node) {
        if (field == NODE) {
            node.forEach((inNode, attribute) -> {
                if (inNode == ATTRIBUTE) {
                    inAttribute(attribute);
                }
            });
        }
    }

    private void inAttribute(Fields attribute) {
        List<String> own = new ArrayList<>();
        boolean[] wanted = {false};
        attribute.forEach(
                (field, value) -> {
                    if (field == NAME) {
                        wanted[0] = ATTRIBUTES.contains(text(value));
                    } else if (field == STRINGS) {
                        own.add(text(value));
                    } else if (field == INTS) {
                        value.forEachVarint(number -> own.add(Long.toString(number)));
                    }
                },
                (field, number) -> {
                    if (field == INTS) {
                        own.add(Long.toString(number));
                    }
                });
        if (wanted[0] && !own.isEmpty()) {
            labels.clear();
            labels.addAll(own);
        }
    }

    private static String text(Fields value) {
        return new String(value.bytes(), StandardCharsets.UTF_8);
    }
}
