package io.steelyard.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How far a version has come. MLflow calls the first stage `None` and capitalises the others.
public enum ModelStage {
    /// It was registered, no more.
    DEVELOPMENT("None"),
    /// It is being tried.
    STAGING("Staging"),
    /// It serves.
    PRODUCTION("Production"),
    /// It served, or never will.
    ARCHIVED("Archived");

    private final String mlflowName;

    ModelStage(String mlflowName) {
        this.mlflowName = mlflowName;
    }

    /// Gives MLflow's name of the stage.
    ///
    /// @return `None`, `Staging`, `Production` or `Archived`
    public String mlflowName() {
        return mlflowName;
    }

    /// Reads a stage in MLflow's spelling or ours, in any case.
    ///
    /// @param text for example `Production`, `none`, `development`
    /// @return the stage
    /// @throws RegistryException of kind INVALID for any other text
    public static ModelStage parse(String text) {
        return Arrays.stream(values())
                .filter(s -> s.mlflowName.equalsIgnoreCase(text) || s.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> RegistryException.invalid("Invalid Model Version stage: " + text
                        + ". Value must be one of "
                        + Arrays.stream(values()).map(ModelStage::mlflowName).collect(Collectors.joining(", ")) + "."));
    }

    /// Gives our name of the stage.
    ///
    /// @return `development`, `staging`, `production` or `archived`
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
