package io.steelyard.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A registered model of an [InMemoryRegistryStore].
final class InMemoryModel {
    /// A version, as it is now.
    private static final class Version {
        private final NewModelVersion made;
        private final Map<String, String> tags;
        private final long created;
        private ModelStage stage = ModelStage.DEVELOPMENT;
        private String description;
        private long updated;

        Version(NewModelVersion made, long now) {
            this.made = made;
            this.tags = new HashMap<>(made.tags());
            this.description = made.description();
            this.created = now;
            this.updated = now;
        }
    }

    final Map<String, String> tags;
    final Map<String, Integer> aliases = new TreeMap<>();
    private final TreeMap<Integer, Version> versions = new TreeMap<>();
    private final long created;
    private String name;
    private String description;
    private long updated;
    private int lastVersion;

    InMemoryModel(String name, String description, Map<String, String> tags, long now) {
        this.name = name;
        this.description = description;
        this.tags = new HashMap<>(tags);
        this.created = now;
        this.updated = now;
    }

    String name() {
        return name;
    }

    RegisteredModel view() {
        Map<ModelStage, Integer> latest = new HashMap<>();
        versions.forEach((number, version) -> latest.put(version.stage, number));
        return new RegisteredModel(
                name,
                description,
                created,
                updated,
                tags,
                aliases,
                latest.values().stream().sorted().map(this::version).toList());
    }

    boolean has(int version) {
        return versions.containsKey(version);
    }

    ModelVersion version(int number) {
        Version version = find(number);
        return new ModelVersion(
                name,
                number,
                version.stage,
                version.made.metrics(),
                version.made.configHash(),
                version.made.dataVersion(),
                version.made.gitCommit(),
                version.created,
                version.updated,
                version.made.artifactPath(),
                version.made.runId(),
                version.made.modelId(),
                version.made.runLink(),
                version.description,
                version.tags,
                aliasesOf(number));
    }

    List<String> aliasesOf(int version) {
        return aliases.entrySet().stream()
                .filter(alias -> alias.getValue() == version)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// @return the versions, the newest first
    List<ModelVersion> versions() {
        return new ArrayList<>(versions.descendingKeySet())
                .stream().map(this::version).toList();
    }

    String downloadUri(int number) {
        NewModelVersion made = find(number).made;
        return made.storageLocation() == null ? made.artifactPath() : made.storageLocation();
    }

    Map<String, String> tagsOf(int version) {
        return find(version).tags;
    }

    int add(NewModelVersion version, long now) {
        lastVersion++;
        versions.put(lastVersion, new Version(version, now));
        updated = now;
        return lastVersion;
    }

    void setStage(int version, ModelStage stage, long now) {
        Version moved = find(version);
        moved.stage = stage;
        moved.updated = now;
        updated = now;
    }

    void describe(String text, long now) {
        description = text;
        updated = now;
    }

    void describe(int version, String text, long now) {
        find(version).description = text;
        find(version).updated = now;
    }

    void delete(int version, long now) {
        versions.remove(version);
        updated = now;
    }

    void rename(String newName, long now) {
        name = newName;
        updated = now;
        versions.values().forEach(version -> version.updated = now);
    }

    private Version find(int number) {
        Version version = versions.get(number);
        if (version == null) {
            throw RegistryRules.noVersion(name, number);
        }
        return version;
    }
}
