package io.steelyard.models;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/// The runtimes on the class path: those of this room and those of annexes.
public final class ModelRuntimes {
    /// The annexes that read the formats of which this room knows no more than the name.
    private static final Map<String, String> ANNEXES =
            Map.of("onnx", "steelyard-models-onnx", "torchscript", "steelyard-learner-djl");

    private ModelRuntimes() {}

    /// The formats that can be loaded.
    ///
    /// @return the names in alphabetical order
    public static List<String> formats() {
        return List.copyOf(found().keySet());
    }

    /// Loads a model.
    ///
    /// @param file the model's file
    /// @return what scores
    /// @throws ModelException of kind UNSUPPORTED where no runtime reads the format, which the message then names with the
    ///     artifact that does; else as [ModelRuntime#load] says
    public static Scorer load(ModelFile file) {
        Map<String, ModelRuntime> runtimes = found();
        ModelRuntime runtime = runtimes.get(file.format());
        if (runtime == null) {
            String annex = ANNEXES.get(file.format());
            throw new ModelException(
                    ModelException.Kind.UNSUPPORTED,
                    file.name() + ": a model of the format '" + file.format() + "' cannot be loaded: "
                            + (annex == null
                                    ? "the formats are " + runtimes.keySet()
                                    : "put io.steelyard:" + annex + " on the class path"));
        }
        return runtime.load(file);
    }

    private static Map<String, ModelRuntime> found() {
        Map<String, ModelRuntime> runtimes = new TreeMap<>();
        for (ModelRuntime own : List.of(ForestRuntime.XGBOOST, ForestRuntime.LIGHTGBM, new LinearRuntime())) {
            runtimes.put(own.format(), own);
        }
        ServiceLoader.load(ModelRuntime.class).forEach(annex -> runtimes.putIfAbsent(annex.format(), annex));
        return runtimes;
    }
}
