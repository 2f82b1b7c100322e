package io.steelyard.forest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The graph in an ONNX file, which should be one ensemble of trees.
final class OnnxModel {
    /// What may stand around the ensemble: it only renames or repacks.
    private static final Set<String> AROUND =
            Set.of("Cast", "Identity", "ZipMap", "Reshape", "Squeeze", "ArrayFeatureExtractor");
    private static final Set<String> BEFORE = Set.of("Cast", "Identity");
    private static final String ENSEMBLE = "TreeEnsemble";

    private final ProtoReader message;
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();
    private final Map<String, OnnxInput> inputTypes = new HashMap<>();
    private String producer = "";
    private boolean graphFound;

    OnnxModel(byte[] bytes) {
        message = new ProtoReader(bytes);
    }

    Forest read() {
        for (int field = message.next(); field != 0; field = message.next()) {
            switch (field) {
                case 2 -> producer = message.text();
                case 7 -> graph(message.message());
                default -> message.skip();
            }
        }
        if (!graphFound) {
            throw message.failure("there is no graph: this is no ONNX model, or it is cut short");
        }
        OnnxNode ensemble = ensemble();
        OnnxInput input = input(ensemble);
        return switch (ensemble.operator()) {
            case "TreeEnsembleClassifier" -> new OnnxEnsemble(ensemble, "class").classifier(input, producer);
            case "TreeEnsembleRegressor" -> new OnnxEnsemble(ensemble, "target").regressor(input, producer);
            case ENSEMBLE -> new OnnxEnsemble5(ensemble).read(input, producer);
            default -> throw new ForestException("the operator '" + ensemble.operator() + "' is not supported");
        };
    }

    private void graph(ProtoReader graph) {
        graphFound = true;
        for (int field = graph.next(); field != 0; field = graph.next()) {
            switch (field) {
                case 1 -> nodes.add(OnnxNode.read(graph.message()));
                case 11 -> {
                    OnnxInput input = OnnxInput.read(graph.message());
                    inputs.add(input.name());
                    inputTypes.put(input.name(), input);
                }
                default -> graph.skip();
            }
        }
    }

    private OnnxNode ensemble() {
        OnnxNode found = null;
        Set<String> others = new TreeSet<>();
        int ensembles = 0;
        for (OnnxNode node : nodes) {
            if (node.operator().startsWith(ENSEMBLE)) {
                found = node;
                ensembles++;
            } else if (!AROUND.contains(node.operator())) {
                others.add(node.operator());
            }
        }
        if (found == null || ensembles > 1 || !others.isEmpty()) {
            throw new ForestException("the graph has " + ensembles + " tree ensembles and the other operators " + others
                    + ", but should be one tree ensemble: score it with ONNX Runtime");
        }
        return found;
    }

    /// Follows the ensemble's input back to that of the graph.
    private OnnxInput input(OnnxNode ensemble) {
        @Nullable OnnxNode at = ensemble;
        for (int steps = 0; at != null && steps <= nodes.size(); steps++) {
            if (at.inputs().size() != 1) {
                throw new ForestException("the operator '" + at.operator() + "' has "
                        + at.inputs().size() + " inputs, but should have one");
            }
            String name = at.inputs().getFirst();
            OnnxInput input = inputTypes.get(name);
            if (input != null) {
                return input;
            }
            at = nodes.stream()
                    .filter(n -> BEFORE.contains(n.operator()) && n.outputs().contains(name))
                    .findFirst()
                    .orElse(null);
        }
        throw new ForestException("the tree ensemble does not take one of the graph's inputs " + inputs
                + " as it is: score the model with ONNX Runtime");
    }
}
