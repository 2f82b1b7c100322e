package io.steelyard.pipeline.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// What stood around a run, and may or may not matter to its results.
///
/// @param steelyard the version of Steelyard
/// @param machine facts about Java, operating system and processor by name
/// @param libraries what was on the class path
public record Surroundings(String steelyard, Map<String, String> machine, List<Library> libraries) {
    public Surroundings {
        machine = Collections.unmodifiableMap(new LinkedHashMap<>(machine));
        libraries = List.copyOf(libraries);
    }

    /// What stands around this process. It reads every jar of the class path once.
    ///
    /// @return the surroundings
    public static Surroundings here() {
        return new Surroundings(version(), Machine.facts(), Libraries.loaded());
    }

    /// The version of Steelyard.
    ///
    /// @return for example `0.1.0`
    public static String version() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Surroundings.class.getResourceAsStream("version.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
