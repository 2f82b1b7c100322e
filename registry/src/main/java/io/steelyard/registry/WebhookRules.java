package io.steelyard.registry;

import java.util.List;
import java.util.regex.Pattern;

/// What webhooks may be, with MLflow's words for what they may not.
final class WebhookRules {
    private static final Pattern NAME = Pattern.compile("(?=.{1,63}$)[a-zA-Z0-9]([a-zA-Z0-9._-]*[a-zA-Z0-9])?");

    private WebhookRules() {}

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw RegistryException.invalid("Webhook name '" + name
                    + "' is invalid. It must start and end with a letter or digit, be less than 63 characters long, and"
                    + " contain only letters, digits, dots (.), underscores (_), and hyphens (-).");
        }
    }

    static void requireEvents(List<WebhookEvent> events) {
        if (events.isEmpty()) {
            throw RegistryException.invalid("Webhook events must be a non-empty list of WebhookEvent objects: [].");
        }
    }
}
