package io.steelyard.registry;

import io.steelyard.registry.RegistryEvent.Change;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.TrackingException;
import io.steelyard.tracking.search.Filter;
import io.steelyard.tracking.search.OrderBy;
import io.steelyard.tracking.search.SearchGrammar;
import io.steelyard.tracking.search.SearchRow;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A registry that lives as long as the object. One call works at a time; a search looks at everything, and a page token
/// is a position, so that writes in between may shift the next page.
final class InMemoryRegistryStore implements RegistryStore {
    private static final String PRODUCTION_ALIAS = "production";

    /// A line of the log and the model that it speaks of, whatever that is called.
    private record Line(InMemoryModel model, RegistryEvent event) {}

    private final InstantSource clock;
    private final Supplier<String> actor;
    private final Map<String, InMemoryModel> models = new TreeMap<>();
    private final List<Line> log = new ArrayList<>();

    InMemoryRegistryStore(InstantSource clock, Supplier<String> actor) {
        this.clock = clock;
        this.actor = actor;
    }

    @Override
    public synchronized RegisteredModel createModel(String name, String description, Map<String, String> tags) {
        RegistryRules.requireModelName(name);
        tags.forEach(RegistryRules::requireTag);
        InMemoryModel there = models.get(name);
        if (there != null) {
            throw RegistryRules.nameTaken(name, tags, there.tags);
        }
        long now = clock.millis();
        InMemoryModel model = new InMemoryModel(name, description, tags, now);
        models.put(name, model);
        append(model, RegistryEvent.ofModel(name, Change.CREATED, by(Attribution.NONE), now));
        return model.view();
    }

    @Override
    public synchronized RegisteredModel model(String name) {
        return find(name).view();
    }

    @Override
    public synchronized List<RegisteredModel> models() {
        return models.values().stream().map(InMemoryModel::view).toList();
    }

    @Override
    public synchronized RegisteredModel renameModel(String name, String newName) {
        RegistryRules.requireNewModelName(newName);
        InMemoryModel model = find(name);
        if (!newName.equals(name) && models.containsKey(newName)) {
            throw RegistryException.alreadyExists("Registered Model (name=" + newName + ") already exists.");
        }
        long now = clock.millis();
        models.remove(name);
        models.put(newName, model);
        model.rename(newName, now);
        append(model, RegistryEvent.renamed(name, newName, by(Attribution.NONE), now));
        return model.view();
    }

    @Override
    public synchronized RegisteredModel describeModel(String name, String description) {
        InMemoryModel model = find(name);
        model.describe(description, clock.millis());
        return model.view();
    }

    @Override
    public synchronized void deleteModel(String name, Attribution attribution) {
        InMemoryModel model = find(name);
        models.remove(name);
        append(model, RegistryEvent.ofModel(name, Change.DELETED, by(attribution), clock.millis()));
    }

    @Override
    public synchronized void setModelTag(String name, String key, String value) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireTag(key, value);
        find(name).tags.put(key, value);
    }

    @Override
    public synchronized void deleteModelTag(String name, String key) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireTagKey(key);
        find(name).tags.remove(key);
    }

    @Override
    public synchronized Page<RegisteredModel> searchModels(ModelSearch search) {
        Filter filter = read(() -> SearchGrammar.REGISTERED_MODELS.filter(search.filter()));
        List<OrderBy> order = read(() -> ModelRow.order(search));
        return page(models(), ModelRow::new, filter, order, search.maxResults(), search.pageToken());
    }

    @Override
    public synchronized ModelVersion createVersion(NewModelVersion version) {
        InMemoryModel model = find(version.modelName());
        NewModelVersion complete = complete(version);
        long now = clock.millis();
        int number = model.add(complete, now);
        append(model, RegistryEvent.registered(version.modelName(), number, by(Attribution.NONE), now));
        return model.version(number);
    }

    private NewModelVersion complete(NewModelVersion version) {
        Optional<CopiedVersion> original = CopiedVersion.of(version.artifactPath());
        if (original.isEmpty() || version.storageLocation() != null) {
            return version;
        }
        String name = original.get().modelName();
        int number = original.get().version();
        return version.copying(version(name, number), downloadUri(name, number));
    }

    @Override
    public synchronized ModelVersion version(String name, int version) {
        return findWith(name, version).version(version);
    }

    @Override
    public synchronized String downloadUri(String name, int version) {
        return findWith(name, version).downloadUri(version);
    }

    @Override
    public synchronized List<ModelVersion> versions(String name) {
        return find(name).versions();
    }

    @Override
    public synchronized List<ModelVersion> latestVersions(String name, List<ModelStage> stages) {
        return find(name).view().latestVersions().stream()
                .filter(version -> stages.isEmpty() || stages.contains(version.stage()))
                .toList();
    }

    @Override
    public synchronized Optional<ModelVersion> production(String name) {
        RegistryRules.requireModelName(name);
        InMemoryModel model = models.get(name);
        return model == null
                ? Optional.empty()
                : model.versions().stream()
                        .filter(version -> version.stage() == ModelStage.PRODUCTION)
                        .max(Comparator.comparingLong(ModelVersion::createdAtMillis)
                                .thenComparingInt(ModelVersion::version));
    }

    @Override
    public synchronized ModelVersion versionByAlias(String name, String alias) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireAlias(alias);
        InMemoryModel model = find(name);
        if (alias.equalsIgnoreCase(RegistryRules.LATEST)) {
            return model.versions().stream().findFirst().orElseThrow(() -> RegistryRules.noLatest(name));
        }
        Integer version = model.aliases.get(alias);
        if (version == null) {
            throw RegistryRules.noAlias(alias);
        }
        return model.version(version);
    }

    @Override
    public synchronized Page<ModelVersion> searchVersions(VersionSearch search) {
        Filter filter = read(() -> SearchGrammar.MODEL_VERSIONS.filter(search.filter()));
        List<OrderBy> order = read(() -> VersionRow.order(search));
        List<ModelVersion> all = models.values().stream()
                .flatMap(model -> model.versions().stream())
                .toList();
        return page(all, VersionRow::new, filter, order, search.maxResults(), search.pageToken());
    }

    @Override
    public synchronized ModelVersion transition(
            String name, int version, ModelStage stage, Archiving archiving, Attribution attribution) {
        InMemoryModel model = findWith(name, version);
        return stage(model, version, stage, archiving, by(attribution), clock.millis());
    }

    private ModelVersion stage(
            InMemoryModel model, int version, ModelStage stage, Archiving archiving, Attribution by, long now) {
        if (archiving == Archiving.ARCHIVE_OTHERS) {
            RegistryRules.requireActive(stage);
            for (ModelVersion other : model.versions()) {
                if (other.stage() == stage && other.version() != version) {
                    setStage(model, other, ModelStage.ARCHIVED, by, now);
                }
            }
        }
        setStage(model, model.version(version), stage, by, now);
        return model.version(version);
    }

    private void setStage(InMemoryModel model, ModelVersion version, ModelStage stage, Attribution by, long now) {
        model.setStage(version.version(), stage, now);
        append(model, RegistryEvent.ofVersion(version, Change.STAGE, stage.mlflowName(), by, now));
    }

    @Override
    public synchronized void setAlias(String name, String alias, int version, Attribution attribution) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireFreeAlias(alias);
        alias(findWith(name, version), alias, version, by(attribution), clock.millis());
    }

    private void alias(InMemoryModel model, String alias, int version, Attribution by, long now) {
        Integer before = model.aliases.put(alias, version);
        append(model, RegistryEvent.ofAlias(model.name(), alias, before, version, by, now));
    }

    @Override
    public synchronized void deleteAlias(String name, String alias, Attribution attribution) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireAlias(alias);
        InMemoryModel model = find(name);
        unalias(model, alias, by(attribution), clock.millis());
    }

    private void unalias(InMemoryModel model, String alias, Attribution by, long now) {
        Integer before = model.aliases.remove(alias);
        if (before != null) {
            append(model, RegistryEvent.ofAlias(model.name(), alias, before, null, by, now));
        }
    }

    @Override
    public synchronized ModelVersion promote(String name, int version, Attribution attribution) {
        InMemoryModel model = findWith(name, version);
        long now = clock.millis();
        Attribution by = by(attribution);
        alias(model, PRODUCTION_ALIAS, version, by, now);
        return stage(model, version, ModelStage.PRODUCTION, Archiving.ARCHIVE_OTHERS, by, now);
    }

    @Override
    public synchronized ModelVersion describeVersion(String name, int version, String description) {
        InMemoryModel model = findWith(name, version);
        model.describe(version, description, clock.millis());
        return model.version(version);
    }

    @Override
    public synchronized void deleteVersion(String name, int version, Attribution attribution) {
        InMemoryModel model = findWith(name, version);
        long now = clock.millis();
        Attribution by = by(attribution);
        ModelVersion deleted = model.version(version);
        model.aliasesOf(version).forEach(alias -> unalias(model, alias, by, now));
        model.delete(version, now);
        append(model, RegistryEvent.ofVersion(deleted, Change.VERSION_DELETED, "", by, now));
    }

    @Override
    public synchronized void setVersionTag(String name, int version, String key, String value) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireTag(key, value);
        findWith(name, version).tagsOf(version).put(key, value);
    }

    @Override
    public synchronized void deleteVersionTag(String name, int version, String key) {
        RegistryRules.requireModelName(name);
        RegistryRules.requireTagKey(key);
        findWith(name, version).tagsOf(version).remove(key);
    }

    @Override
    public synchronized List<RegistryEvent> log(String name) {
        Set<InMemoryModel> named = log.stream()
                .filter(line -> line.event().modelName().equals(name))
                .map(Line::model)
                .collect(Collectors.toSet());
        return log.stream()
                .filter(line -> named.contains(line.model()))
                .map(Line::event)
                .toList();
    }

    private InMemoryModel find(String name) {
        RegistryRules.requireModelName(name);
        InMemoryModel model = models.get(name);
        if (model == null) {
            throw RegistryRules.noModel(name);
        }
        return model;
    }

    private InMemoryModel findWith(String name, int version) {
        RegistryRules.requireModelName(name);
        InMemoryModel model = models.get(name);
        if (model == null || !model.has(version)) {
            throw RegistryRules.noVersion(name, version);
        }
        return model;
    }

    private void append(InMemoryModel model, RegistryEvent event) {
        log.add(new Line(model, event));
    }

    private Attribution by(Attribution attribution) {
        return attribution.orBy(actor.get());
    }

    private static <T, R extends SearchRow> Page<T> page(
            List<T> all,
            Function<T, R> row,
            Filter filter,
            List<OrderBy> order,
            int maxResults,
            @Nullable String token) {
        List<T> found = all.stream()
                .filter(item -> filter.matches(row.apply(item)))
                .sorted(Comparator.comparing(row, OrderBy.comparator(order)))
                .toList();
        int from = Math.min(found.size(), position(token));
        int to = (int) Math.min(found.size(), (long) from + maxResults);
        return new Page<>(found.subList(from, to), to == found.size() ? null : token(to));
    }

    private static String token(int position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(position).getBytes(StandardCharsets.UTF_8));
    }

    private static int position(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return 0;
        }
        try {
            return Integer.parseUnsignedInt(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw RegistryException.invalid("Invalid page token, could not base64-decode");
        }
    }

    /// The language is the tracking room's, and so are its refusals.
    private static <T> T read(Supplier<T> text) {
        try {
            return text.get();
        } catch (TrackingException e) {
            throw RegistryException.invalid(String.valueOf(e.getMessage()));
        }
    }
}
