package io.steelyard.server.webhooks;

import io.steelyard.registry.WebhookEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/// What example messages tell: MLflow's examples.
final class ExampleData {
    private static final String KEY = "example_key";
    private static final String VALUE = "example_value";
    private static final String ALIAS = "example_alias";

    private ExampleData() {}

    static Map<String, ?> of(WebhookEvent event) {
        return switch (event) {
            case REGISTERED_MODEL_CREATED -> created("model");
            case PROMPT_CREATED -> created("prompt");
            case MODEL_VERSION_CREATED -> {
                Map<String, Object> data = ordered("name", "example_model", "version", "1", "source", "models:/123");
                data.put("run_id", "abcd1234abcd5678");
                data.put("tags", Map.of(KEY, VALUE));
                data.put("description", "An example model version");
                yield data;
            }
            case PROMPT_VERSION_CREATED -> {
                Map<String, Object> data =
                        ordered("name", "example_prompt", "version", "1", "template", "Hello {{name}}!");
                data.put("tags", Map.of(KEY, VALUE));
                data.put("description", "An example prompt version");
                yield data;
            }
            case MODEL_VERSION_TAG_SET -> ordered("name", "example_model", "version", "1", "key", KEY, "value", VALUE);
            case PROMPT_VERSION_TAG_SET ->
                ordered("name", "example_prompt", "version", "1", "key", KEY, "value", VALUE);
            case MODEL_VERSION_TAG_DELETED -> ordered("name", "example_model", "version", "1", "key", KEY);
            case PROMPT_VERSION_TAG_DELETED -> ordered("name", "example_prompt", "version", "1", "key", KEY);
            case PROMPT_TAG_SET -> ordered("name", "example_prompt", "key", KEY, "value", VALUE);
            case PROMPT_TAG_DELETED -> ordered("name", "example_prompt", "key", KEY);
            case MODEL_VERSION_ALIAS_CREATED -> ordered("name", "example_model", "alias", ALIAS, "version", "1");
            case PROMPT_ALIAS_CREATED -> ordered("name", "example_prompt", "alias", ALIAS, "version", "1");
            case MODEL_VERSION_ALIAS_DELETED -> ordered("name", "example_model", "alias", ALIAS);
            case PROMPT_ALIAS_DELETED -> ordered("name", "example_prompt", "alias", ALIAS);
            case BUDGET_POLICY_EXCEEDED -> {
                Map<String, Object> data = ordered("budget_policy_id", "bp-abc123", "budget_unit", "USD");
                data.put("budget_amount", 100.0);
                data.put("current_spend", 105.5);
                data.put("duration_unit", "MONTHS");
                data.put("duration_value", 1);
                data.put("target_scope", "ENDPOINT");
                data.put("workspace", "default");
                data.put("target_value", "ep-abc123");
                yield data;
            }
        };
    }

    private static Map<String, Object> created(String what) {
        Map<String, Object> data = ordered("name", "example_" + what);
        data.put("tags", Map.of(KEY, VALUE));
        data.put("description", what.equals("model") ? "An example registered model" : "An example prompt");
        return data;
    }

    private static Map<String, Object> ordered(String... keysAndValues) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            data.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return data;
    }
}
