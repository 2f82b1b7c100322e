package io.steelyard.mlflow;

import static io.steelyard.mlflow.MlflowRoute.Method.DELETE;
import static io.steelyard.mlflow.MlflowRoute.Method.GET;
import static io.steelyard.mlflow.MlflowRoute.Method.PATCH;
import static io.steelyard.mlflow.MlflowRoute.Method.POST;

import io.steelyard.mlflow.wire.CreateWebhook;
import io.steelyard.mlflow.wire.Empty;
import io.steelyard.mlflow.wire.GetWebhook;
import io.steelyard.mlflow.wire.ListWebhooks;
import io.steelyard.mlflow.wire.ListWebhooksResponse;
import io.steelyard.mlflow.wire.TestWebhook;
import io.steelyard.mlflow.wire.TestWebhookResponse;
import io.steelyard.mlflow.wire.UpdateWebhook;
import io.steelyard.mlflow.wire.WebhookEntry;
import io.steelyard.mlflow.wire.WebhookEventEntry;
import io.steelyard.mlflow.wire.WebhookResponse;
import io.steelyard.mlflow.wire.WebhookTestResult;
import io.steelyard.registry.NewWebhook;
import io.steelyard.registry.Webhook;
import io.steelyard.registry.WebhookChange;
import io.steelyard.registry.WebhookEvent;
import io.steelyard.registry.WebhookListener;
import io.steelyard.registry.WebhookStatus;
import io.steelyard.registry.WebhookStore;
import io.steelyard.registry.WebhookTester;
import io.steelyard.registry.WebhookTrial;
import io.steelyard.tracking.Page;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The endpoints `webhooks…`.
final class WebhookEndpoints {
    private static final int DEFAULT_PAGE = 100;

    private final WebhookStore store;
    private final WebhookTester tester;

    WebhookEndpoints(WebhookStore store, WebhookTester tester) {
        this.store = store;
        this.tester = tester;
    }

    List<MlflowRoute> routes() {
        String one = "/webhooks/{webhook_id}";
        return List.of(
                MlflowRoute.of(POST, "/webhooks", CreateWebhook.class, this::create),
                MlflowRoute.of(GET, "/webhooks", ListWebhooks.class, this::list),
                MlflowRoute.of(GET, one, GetWebhook.class, this::get),
                MlflowRoute.of(PATCH, one, UpdateWebhook.class, this::update),
                MlflowRoute.of(DELETE, one, GetWebhook.class, this::delete),
                MlflowRoute.of(POST, one + "/test", TestWebhook.class, this::test));
    }

    private WebhookResponse create(CreateWebhook request) {
        WebhookStatus status = status(request.status());
        return response(store.create(new NewWebhook(
                request.name(),
                request.url(),
                Entries.text(request.description()),
                events(request.events()),
                Entries.text(request.secret()),
                status == null ? WebhookStatus.ACTIVE : status)));
    }

    private ListWebhooksResponse list(ListWebhooks request) {
        long asked = request.maxResults() == null || request.maxResults() == 0 ? DEFAULT_PAGE : request.maxResults();
        Page<Webhook> page =
                store.webhooks((int) Math.clamp(asked, 0, WebhookStore.GREATEST_PAGE + 1L), request.pageToken());
        return new ListWebhooksResponse(
                page.items().stream().map(WebhookEndpoints::entry).toList(), page.nextToken());
    }

    private WebhookResponse get(GetWebhook request) {
        return response(store.webhook(request.webhookId()));
    }

    private WebhookResponse update(UpdateWebhook request) {
        return response(store.update(
                request.webhookId(),
                new WebhookChange(
                        nullIfEmpty(request.name()),
                        nullIfEmpty(request.url()),
                        request.description(),
                        request.events().isEmpty() ? null : events(request.events()),
                        request.secret(),
                        status(request.status()))));
    }

    private Empty delete(GetWebhook request) {
        store.delete(request.webhookId());
        return new Empty();
    }

    private TestWebhookResponse test(TestWebhook request) {
        WebhookEventEntry asked = request.event();
        WebhookListener listener = store.listener(request.webhookId());
        WebhookEvent event = asked == null ? listener.webhook().events().getFirst() : event(asked);
        WebhookTrial trial = tester.test(listener, event);
        return new TestWebhookResponse(new WebhookTestResult(
                trial.success(),
                trial.status() == null ? null : trial.status().longValue(),
                trial.body(),
                trial.failure()));
    }

    private static List<WebhookEvent> events(List<WebhookEventEntry> entries) {
        return entries.stream().map(WebhookEndpoints::event).distinct().toList();
    }

    private static WebhookEvent event(WebhookEventEntry entry) {
        return WebhookEvent.of(Entries.text(entry.entity()), Entries.text(entry.action()));
    }

    /// As in MLflow a status that is none counts as one that was not said.
    private static @Nullable WebhookStatus status(@Nullable String text) {
        for (WebhookStatus status : WebhookStatus.values()) {
            if (status.name().equals(text)) {
                return status;
            }
        }
        return null;
    }

    private static @Nullable String nullIfEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static WebhookResponse response(Webhook webhook) {
        return new WebhookResponse(entry(webhook));
    }

    private static WebhookEntry entry(Webhook webhook) {
        return new WebhookEntry(
                webhook.id(),
                webhook.name(),
                nullIfEmpty(webhook.description()),
                webhook.url(),
                webhook.events().stream()
                        .map(event -> new WebhookEventEntry(
                                event.entity().toUpperCase(Locale.ROOT),
                                event.action().toUpperCase(Locale.ROOT)))
                        .toList(),
                webhook.status().name(),
                webhook.createdAtMillis(),
                webhook.lastUpdateTimeMillis());
    }
}
