package io.steelyard.server.webhooks;

import io.steelyard.registry.Archiving;
import io.steelyard.registry.Attribution;
import io.steelyard.registry.ModelSearch;
import io.steelyard.registry.ModelStage;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.NewModelVersion;
import io.steelyard.registry.RegisteredModel;
import io.steelyard.registry.RegistryEvent;
import io.steelyard.registry.RegistryException;
import io.steelyard.registry.RegistryRules;
import io.steelyard.registry.RegistryStore;
import io.steelyard.registry.VersionSearch;
import io.steelyard.registry.WebhookEvent;
import io.steelyard.server.webhooks.WebhookDelivery.Notice;
import io.steelyard.tracking.Page;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A registry that tells webhooks what is done to it, after it is done. The events and what is told of them are MLflow's;
/// a promotion tells of its alias.
public final class NotifyingRegistryStore implements RegistryStore {
    private static final String NAME = "name";
    private static final String VERSION = "version";
    private static final String PROMPT_TEXT = "mlflow.prompt.text";
    private static final String PROMPT_TYPE = "_mlflow_prompt_type";
    private static final String PRODUCTION_ALIAS = "production";

    private final RegistryStore store;
    private final WebhookDelivery delivery;

    private NotifyingRegistryStore(RegistryStore store, WebhookDelivery delivery) {
        this.store = store;
        this.delivery = delivery;
    }

    /// Lets a registry tell.
    ///
    /// @param store the registry
    /// @param delivery whom it tells by
    /// @return the registry, telling
    public static RegistryStore of(RegistryStore store, WebhookDelivery delivery) {
        return new NotifyingRegistryStore(store, delivery);
    }

    @Override
    public RegisteredModel createModel(String name, String description, Map<String, String> tags) {
        RegisteredModel made = store.createModel(name, description, tags);
        boolean prompt = RegistryRules.isPrompt(tags);
        Map<String, Object> data = data(NAME, name);
        data.put("tags", prompt ? withoutMarks(tags) : Map.copyOf(tags));
        data.put("description", description);
        delivery.tell(
                () -> new Notice(prompt ? WebhookEvent.PROMPT_CREATED : WebhookEvent.REGISTERED_MODEL_CREATED, data));
        return made;
    }

    @Override
    public ModelVersion createVersion(NewModelVersion version) {
        ModelVersion made = store.createVersion(version);
        boolean prompt = RegistryRules.isPrompt(version.tags());
        Map<String, Object> data = data(NAME, made.modelName(), VERSION, number(made.version()));
        if (prompt) {
            Map<String, String> tags = withoutMarks(version.tags());
            data.put("template", tags.remove(PROMPT_TEXT));
            data.put("tags", tags);
        } else {
            data.put("source", made.artifactPath());
            data.put("run_id", made.runId());
            data.put("tags", version.tags());
        }
        data.put("description", emptyAsNull(made.description()));
        delivery.tell(() ->
                new Notice(prompt ? WebhookEvent.PROMPT_VERSION_CREATED : WebhookEvent.MODEL_VERSION_CREATED, data));
        return made;
    }

    @Override
    public void setModelTag(String name, String key, String value) {
        store.setModelTag(name, key, value);
        tellOfPrompt(name, WebhookEvent.PROMPT_TAG_SET, data(NAME, name, "key", key, "value", value));
    }

    @Override
    public void deleteModelTag(String name, String key) {
        store.deleteModelTag(name, key);
        tellOfPrompt(name, WebhookEvent.PROMPT_TAG_DELETED, data(NAME, name, "key", key));
    }

    @Override
    public void setVersionTag(String name, int version, String key, String value) {
        store.setVersionTag(name, version, key, value);
        tell(
                name,
                WebhookEvent.MODEL_VERSION_TAG_SET,
                WebhookEvent.PROMPT_VERSION_TAG_SET,
                data(NAME, name, VERSION, number(version), "key", key, "value", value));
    }

    @Override
    public void deleteVersionTag(String name, int version, String key) {
        store.deleteVersionTag(name, version, key);
        tell(
                name,
                WebhookEvent.MODEL_VERSION_TAG_DELETED,
                WebhookEvent.PROMPT_VERSION_TAG_DELETED,
                data(NAME, name, VERSION, number(version), "key", key));
    }

    @Override
    public void setAlias(String name, String alias, int version, Attribution attribution) {
        store.setAlias(name, alias, version, attribution);
        tellOfAlias(name, alias, version);
    }

    @Override
    public void deleteAlias(String name, String alias, Attribution attribution) {
        store.deleteAlias(name, alias, attribution);
        tell(
                name,
                WebhookEvent.MODEL_VERSION_ALIAS_DELETED,
                WebhookEvent.PROMPT_ALIAS_DELETED,
                data(NAME, name, "alias", alias));
    }

    @Override
    public ModelVersion promote(String name, int version, Attribution attribution) {
        ModelVersion promoted = store.promote(name, version, attribution);
        tellOfAlias(name, PRODUCTION_ALIAS, version);
        return promoted;
    }

    private void tellOfAlias(String name, String alias, int version) {
        tell(
                name,
                WebhookEvent.MODEL_VERSION_ALIAS_CREATED,
                WebhookEvent.PROMPT_ALIAS_CREATED,
                data(NAME, name, "alias", alias, VERSION, number(version)));
    }

    private void tell(String name, WebhookEvent ofModel, WebhookEvent ofPrompt, Map<String, Object> data) {
        delivery.tell(() -> new Notice(isPrompt(name) ? ofPrompt : ofModel, data));
    }

    private void tellOfPrompt(String name, WebhookEvent event, Map<String, Object> data) {
        if (isPrompt(name)) {
            delivery.tell(() -> new Notice(event, data));
        }
    }

    private boolean isPrompt(String name) {
        try {
            return RegistryRules.isPrompt(store.model(name).tags());
        } catch (RegistryException e) {
            // It was deleted meanwhile.
            return false;
        }
    }

    private static Map<String, Object> data(String... keysAndValues) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            data.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return data;
    }

    private static Map<String, String> withoutMarks(Map<String, String> tags) {
        Map<String, String> rest = new HashMap<>(tags);
        rest.remove(RegistryRules.PROMPT_TAG);
        rest.remove(PROMPT_TYPE);
        return rest;
    }

    private static String number(int version) {
        return Integer.toString(version);
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public RegisteredModel model(String name) {
        return store.model(name);
    }

    @Override
    public List<RegisteredModel> models() {
        return store.models();
    }

    @Override
    public ModelVersion version(String name, int version) {
        return store.version(name, version);
    }

    @Override
    public String downloadUri(String name, int version) {
        return store.downloadUri(name, version);
    }

    @Override
    public List<ModelVersion> versions(String name) {
        return store.versions(name);
    }

    @Override
    public Optional<ModelVersion> production(String name) {
        return store.production(name);
    }

    @Override
    public ModelVersion transition(
            String name, int version, ModelStage stage, Archiving archiving, Attribution attribution) {
        return store.transition(name, version, stage, archiving, attribution);
    }

    @Override
    public ModelVersion versionByAlias(String name, String alias) {
        return store.versionByAlias(name, alias);
    }

    @Override
    public List<RegistryEvent> log(String name) {
        return store.log(name);
    }

    @Override
    public RegisteredModel renameModel(String name, String newName) {
        return store.renameModel(name, newName);
    }

    @Override
    public RegisteredModel describeModel(String name, String description) {
        return store.describeModel(name, description);
    }

    @Override
    public void deleteModel(String name, Attribution attribution) {
        store.deleteModel(name, attribution);
    }

    @Override
    public Page<RegisteredModel> searchModels(ModelSearch search) {
        return store.searchModels(search);
    }

    @Override
    public List<ModelVersion> latestVersions(String name, List<ModelStage> stages) {
        return store.latestVersions(name, stages);
    }

    @Override
    public ModelVersion describeVersion(String name, int version, String description) {
        return store.describeVersion(name, version, description);
    }

    @Override
    public void deleteVersion(String name, int version, Attribution attribution) {
        store.deleteVersion(name, version, attribution);
    }

    @Override
    public Page<ModelVersion> searchVersions(VersionSearch search) {
        return store.searchVersions(search);
    }
}
