package io.steelyard.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a webhook can be told of: something that happens to models, or to the prompts that MLflow keeps among them.
public enum WebhookEvent {
    /// A registered model was made.
    REGISTERED_MODEL_CREATED("registered_model", "created"),
    /// A version was registered.
    MODEL_VERSION_CREATED("model_version", "created"),
    /// A version's tag was written.
    MODEL_VERSION_TAG_SET("model_version_tag", "set"),
    /// A version's tag was deleted.
    MODEL_VERSION_TAG_DELETED("model_version_tag", "deleted"),
    /// An alias came to point at a version.
    MODEL_VERSION_ALIAS_CREATED("model_version_alias", "created"),
    /// An alias was deleted.
    MODEL_VERSION_ALIAS_DELETED("model_version_alias", "deleted"),
    /// A prompt was made.
    PROMPT_CREATED("prompt", "created"),
    /// A prompt's version was registered.
    PROMPT_VERSION_CREATED("prompt_version", "created"),
    /// A prompt's tag was written.
    PROMPT_TAG_SET("prompt_tag", "set"),
    /// A prompt's tag was deleted.
    PROMPT_TAG_DELETED("prompt_tag", "deleted"),
    /// A tag of a prompt's version was written.
    PROMPT_VERSION_TAG_SET("prompt_version_tag", "set"),
    /// A tag of a prompt's version was deleted.
    PROMPT_VERSION_TAG_DELETED("prompt_version_tag", "deleted"),
    /// An alias came to point at a prompt's version.
    PROMPT_ALIAS_CREATED("prompt_alias", "created"),
    /// A prompt's alias was deleted.
    PROMPT_ALIAS_DELETED("prompt_alias", "deleted"),
    /// A budget was exceeded. MLflow's gateway has budgets; nothing here ever sends it.
    BUDGET_POLICY_EXCEEDED("budget_policy", "exceeded");

    private final String entity;
    private final String action;

    WebhookEvent(String entity, String action) {
        this.entity = entity;
        this.action = action;
    }

    /// Finds an event.
    ///
    /// @param entity what it happens to, in any case, for example `registered_model`
    /// @param action what happens, in any case, for example `created`
    /// @return the event
    /// @throws RegistryException of kind INVALID where there is no such event
    public static WebhookEvent of(String entity, String action) {
        List<WebhookEvent> ofEntity = Arrays.stream(values())
                .filter(event -> event.entity.equalsIgnoreCase(entity))
                .toList();
        if (ofEntity.isEmpty()) {
            throw RegistryException.invalid("Invalid entity '" + entity.toLowerCase(Locale.ROOT)
                    + "'. Valid entities are: "
                    + Arrays.stream(values())
                            .map(WebhookEvent::entity)
                            .distinct()
                            .toList());
        }
        return ofEntity.stream()
                .filter(event -> event.action.equalsIgnoreCase(action))
                .findFirst()
                .orElseThrow(() -> RegistryException.invalid("Invalid action '" + action.toLowerCase(Locale.ROOT)
                        + "' for entity '" + entity.toLowerCase(Locale.ROOT) + "'. Valid actions are: "
                        + ofEntity.stream()
                                .map(event -> "'" + event.action + "'")
                                .sorted()
                                .collect(Collectors.joining(", ", "[", "]"))));
    }

    /// Says what it happens to.
    ///
    /// @return for example `registered_model`
    public String entity() {
        return entity;
    }

    /// Says what happens.
    ///
    /// @return for example `created`
    public String action() {
        return action;
    }

    /// Gives MLflow's name of the event.
    ///
    /// @return for example `registered_model.created`
    @Override
    public String toString() {
        return entity + "." + action;
    }
}
