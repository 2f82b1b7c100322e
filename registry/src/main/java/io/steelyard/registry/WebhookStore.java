package io.steelyard.registry;

import io.steelyard.tracking.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps webhooks. All methods may be called from any number of threads. What is refused is a [RegistryException] with
/// MLflow's words: of kind NOT_FOUND for an id that is none, of kind INVALID for a name, an address or events that cannot
/// be taken.
///
/// Secrets go in, and come out only by [#listener] and [#listeners], for whoever sends the messages. They are kept as
/// they are, not encrypted: who can read the database can sign.
public interface WebhookStore {
    /// The greatest number of webhooks a page can have.
    int GREATEST_PAGE = 1000;

    /// Makes a webhook.
    ///
    /// @param webhook what it is made of; its address is looked up and checked now
    /// @return the webhook
    Webhook create(NewWebhook webhook);

    /// Gives a webhook.
    ///
    /// @param id its id
    /// @return the webhook
    Webhook webhook(String id);

    /// Gives all webhooks, the newest first.
    ///
    /// @param maxResults how many a page has at most, from 1 to 1000
    /// @param pageToken where the page begins; null: at the beginning
    /// @return a page of them
    Page<Webhook> webhooks(int maxResults, @Nullable String pageToken);

    /// Changes a webhook.
    ///
    /// @param id its id
    /// @param change what becomes different; a new address is looked up and checked now
    /// @return the webhook after it
    Webhook update(String id, WebhookChange change);

    /// Deletes a webhook, with its secret.
    ///
    /// @param id its id
    void delete(String id);

    /// Gives a webhook with its secret.
    ///
    /// @param id its id
    /// @return the listener
    WebhookListener listener(String id);

    /// Gives the active webhooks that are told of an event.
    ///
    /// @param event the event
    /// @return the listeners, in no order
    List<WebhookListener> listeners(WebhookEvent event);
}
