package io.steelyard.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.registry.RegistryException.Kind;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// What the parts of the contract start from. The messages are those of MLflow 3.17.
interface RegistryCase {
    /// Who moves, and why.
    Attribution GATES = new Attribution("ci", "all gates passed", "{\"auc\":0.91}");

    /// An empty registry, whose clock gives 1, 2, 3, … with every call, and in whose threads nobody is known to act.
    RegistryStore store();

    /// Registers a version, and makes the model where there is none.
    default int register(String name) {
        store().modelNamed(name);
        return store().createVersion(NewModelVersion.of(name, "mlflow-artifacts:/0/r/artifacts/model"))
                .version();
    }

    /// Moves a version of the model `m`.
    default ModelVersion move(int version, ModelStage stage, Archiving archiving) {
        return store().transition("m", version, stage, archiving, GATES);
    }

    /// A search for models, on one page.
    default List<String> models(String filter, String... orderBy) {
        return store().searchModels(new ModelSearch(filter, List.of(orderBy), 100, null)).items().stream()
                .map(RegisteredModel::name)
                .toList();
    }

    /// A search for versions, on one page: `name/number`.
    default List<String> versions(String filter, String... orderBy) {
        return store().searchVersions(new VersionSearch(filter, List.of(orderBy), 100, null)).items().stream()
                .map(version -> version.modelName() + "/" + version.version())
                .toList();
    }

    static void refused(Kind kind, String message, ThrowingCallable call) {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(call)
                .withMessage(message)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
