package io.steelyard.serving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The models that are ready to answer. It changes while traffic runs: each change makes a new list and puts it in place in one
/// step, and a request that chose a model before keeps it to its end.
///
/// The first model that is loaded is the default. A request names another one by its version (the registry's number), by its
/// name (the version of that name that was loaded last), or by `name/version`. A number that several models have means the
/// default's. All methods may be called from any number of threads.
public final class ModelPool {
    private final AtomicReference<Snapshot> current = new AtomicReference<>(new Snapshot(List.of(), null));

    /// A state of the pool.
    private record Snapshot(
            List<ServedModel> models, @Nullable ServedModel byDefault, Map<String, ServedModel> bySpelling) {
        Snapshot(List<ServedModel> models, @Nullable ServedModel byDefault) {
            this(List.copyOf(models), byDefault, spellings(models, byDefault));
        }

        private static Map<String, ServedModel> spellings(List<ServedModel> models, @Nullable ServedModel byDefault) {
            Map<String, ServedModel> spellings = new HashMap<>();
            for (ServedModel model : models) {
                spellings.putIfAbsent(model.version(), model);
            }
            if (byDefault != null) {
                spellings.put(byDefault.version(), byDefault);
            }
            // A name is stronger than a number, and a label stronger than both.
            models.forEach(model -> spellings.put(model.name(), model));
            models.forEach(model -> spellings.put(model.label(), model));
            return spellings;
        }
    }

    /// Adds a model; one of the same name and version is replaced, and stays the default if it was.
    ///
    /// @param model the model
    public void load(ServedModel model) {
        change(snapshot -> with(snapshot, model, other -> !other.label().equals(model.label())));
    }

    /// Puts a model in the place of all versions of its name, in one step. It becomes the default where one of them was.
    ///
    /// @param model the model
    public void swap(ServedModel model) {
        change(snapshot -> with(snapshot, model, other -> !other.name().equals(model.name())));
    }

    /// Takes a model out. Requests that use it already come to their end.
    ///
    /// @param spelling its version, name or `name/version`
    /// @throws ServingException where there is no such model
    /// @throws IllegalStateException where it is the default and not the last one
    public void unload(String spelling) {
        change(snapshot -> {
            ServedModel gone = find(snapshot, spelling);
            if (gone == snapshot.byDefault && snapshot.models.size() > 1) {
                throw new IllegalStateException("model '" + gone.label()
                        + "' is the default; make another one the default before it is unloaded");
            }
            List<ServedModel> models = new ArrayList<>(snapshot.models);
            models.remove(gone);
            return new Snapshot(models, models.isEmpty() ? null : snapshot.byDefault);
        });
    }

    /// Makes a loaded model the one that answers where a request names none.
    ///
    /// @param spelling its version, name or `name/version`
    /// @throws ServingException where there is no such model
    public void setDefault(String spelling) {
        change(snapshot -> new Snapshot(snapshot.models, find(snapshot, spelling)));
    }

    /// The loaded models.
    ///
    /// @return a list that does not change, in the order in which they were loaded
    public List<ServedModel> models() {
        return snapshot().models;
    }

    /// The model that a request means.
    ///
    /// @param spelling the version, name or `name/version` that it names; null: it names none
    /// @return the model
    /// @throws ServingException where there is no such model (the message lists those that are there), or none at all
    public ServedModel select(@Nullable String spelling) {
        Snapshot snapshot = snapshot();
        if (spelling != null) {
            return find(snapshot, spelling);
        }
        if (snapshot.byDefault == null) {
            throw new ServingException(ServingException.Kind.UNAVAILABLE, "no model is loaded yet");
        }
        return snapshot.byDefault;
    }

    private Snapshot snapshot() {
        return Objects.requireNonNull(current.get());
    }

    private void change(UnaryOperator<Snapshot> change) {
        current.updateAndGet(change);
    }

    private static Snapshot with(Snapshot snapshot, ServedModel model, Predicate<ServedModel> stays) {
        List<ServedModel> models =
                snapshot.models.stream().filter(stays).collect(Collectors.toCollection(ArrayList::new));
        models.add(model);
        ServedModel byDefault = snapshot.byDefault;
        return new Snapshot(models, byDefault == null || !models.contains(byDefault) ? model : byDefault);
    }

    private static ServedModel find(Snapshot snapshot, String spelling) {
        ServedModel model = snapshot.bySpelling.get(spelling);
        if (model == null) {
            String loaded = snapshot.models.isEmpty()
                    ? "no model is loaded yet"
                    : "loaded are "
                            + snapshot.models.stream().map(ServedModel::label).collect(Collectors.joining(", "));
            throw new ServingException(
                    ServingException.Kind.UNKNOWN_MODEL_VERSION,
                    "model_version '" + spelling + "' is not loaded; " + loaded);
        }
        return model;
    }
}
