package io.steelyard.serving;

import io.steelyard.data.Field;
import io.steelyard.models.Predictor;
import io.steelyard.models.Signature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A version of a model that can be asked. Immutable and safe for any number of threads.
public final class ServedModel {
    private final String name;
    private final String version;
    private final Predictor predictor;
    private final Map<String, Integer> positions;

    /// A version of a registered model.
    ///
    /// @param name the registered model's name
    /// @param version the version's number in the registry, from 1
    /// @param predictor what answers
    public ServedModel(String name, int version, Predictor predictor) {
        this(name, Integer.toString(version), predictor);
        if (version < 1) {
            throw new IllegalArgumentException("the version of model '" + name + "' must be 1 or more, not " + version);
        }
    }

    /// A model that is in no registry: its version is its name.
    ///
    /// @param name the model's name
    /// @param predictor what answers
    public ServedModel(String name, Predictor predictor) {
        this(name, name, predictor);
    }

    private ServedModel(String name, String version, Predictor predictor) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a model's name must not be blank");
        }
        this.name = name;
        this.version = version;
        this.predictor = predictor;
        Map<String, Integer> byName = new HashMap<>();
        List<Field> fields = predictor.signature().inputs().fields();
        for (int i = 0; i < fields.size(); i++) {
            byName.put(fields.get(i).name(), i);
        }
        this.positions = Map.copyOf(byName);
    }

    /// The model's name.
    ///
    /// @return the name
    public String name() {
        return name;
    }

    /// The version as answers give it.
    ///
    /// @return the registry's number, or the model's name where it is in no registry
    public String version() {
        return version;
    }

    /// What answers.
    ///
    /// @return the predictor
    public Predictor predictor() {
        return predictor;
    }

    /// What the model takes and answers.
    ///
    /// @return the signature
    public Signature signature() {
        return predictor.signature();
    }

    /// The name that no other loaded model has.
    ///
    /// @return `name/version`, or the name alone where the model is in no registry
    public String label() {
        return version.equals(name) ? name : name + "/" + version;
    }

    /// Where each input column stands in a row, by its name.
    Map<String, Integer> positions() {
        return positions;
    }

    @Override
    public String toString() {
        return label();
    }
}
