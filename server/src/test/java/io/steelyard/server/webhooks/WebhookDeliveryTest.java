package io.steelyard.server.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.registry.Attribution;
import io.steelyard.registry.NewModelVersion;
import io.steelyard.registry.NewWebhook;
import io.steelyard.registry.RegistryStore;
import io.steelyard.registry.Webhook;
import io.steelyard.registry.WebhookChange;
import io.steelyard.registry.WebhookEvent;
import io.steelyard.registry.WebhookReach;
import io.steelyard.registry.WebhookStatus;
import io.steelyard.registry.WebhookStore;
import io.steelyard.registry.WebhookTrial;
import io.steelyard.registry.jdbc.JdbcWebhookStore;
import io.steelyard.server.webhooks.Receiver.Received;
import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookDeliveryTest {
    @TempDir
    Path folder;

    private Database database;
    private WebhookStore webhooks;
    private WebhookDelivery delivery;
    private RegistryStore registry;
    private Receiver receiver;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")));
        webhooks = JdbcWebhookStore.open(database, WebhookReach.LOOPBACK);
        delivery = WebhookDelivery.start(webhooks, WebhookReach.LOOPBACK, Duration.ofMillis(20));
        registry = NotifyingRegistryStore.of(RegistryStore.inMemory(), delivery);
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        delivery.close();
        receiver.close();
        database.close();
    }

    private Webhook listen(String secret, WebhookEvent... events) {
        return webhooks.create(new NewWebhook("w", receiver.url(), "", List.of(events), secret, WebhookStatus.ACTIVE));
    }

    private String told() throws Exception {
        var json = receiver.next().json();
        return json.get("entity").asString() + "." + json.get("action").asString() + " " + json.get("data");
    }

    @Test
    void eventsOfModelsAreTold() throws Exception {
        listen("", WebhookEvent.values());
        registry.createModel("m", "text", Map.of("k", "v"));
        assertThat(told())
                .isEqualTo("registered_model.created {\"name\":\"m\",\"tags\":{\"k\":\"v\"},\"description\":\"text\"}");
        registry.createVersion(NewModelVersion.of("m", "s3://b/x"));
        assertThat(told())
                .isEqualTo("model_version.created {\"name\":\"m\",\"version\":\"1\",\"source\":\"s3://b/x\","
                        + "\"run_id\":null,\"tags\":{},\"description\":null}");
        registry.setVersionTag("m", 1, "k", "v");
        assertThat(told())
                .isEqualTo("model_version_tag.set {\"name\":\"m\",\"version\":\"1\",\"key\":\"k\",\"value\":\"v\"}");
        registry.deleteVersionTag("m", 1, "k");
        assertThat(told()).isEqualTo("model_version_tag.deleted {\"name\":\"m\",\"version\":\"1\",\"key\":\"k\"}");
        registry.setAlias("m", "a", 1, Attribution.NONE);
        assertThat(told()).isEqualTo("model_version_alias.created {\"name\":\"m\",\"alias\":\"a\",\"version\":\"1\"}");
        registry.deleteAlias("m", "a", Attribution.NONE);
        assertThat(told()).isEqualTo("model_version_alias.deleted {\"name\":\"m\",\"alias\":\"a\"}");
        registry.promote("m", 1, Attribution.NONE);
        assertThat(told())
                .isEqualTo("model_version_alias.created {\"name\":\"m\",\"alias\":\"production\",\"version\":\"1\"}");
        registry.setModelTag("m", "k", "v");
        registry.deleteModel("m", Attribution.NONE);
        assertThat(receiver.isQuiet()).isTrue();
    }

    @Test
    void eventsOfPromptsAreToldAsSuch() throws Exception {
        listen("", WebhookEvent.values());
        Map<String, String> mark = Map.of("mlflow.prompt.is_prompt", "true");
        registry.createModel("p", "", mark);
        assertThat(told()).isEqualTo("prompt.created {\"name\":\"p\",\"tags\":{},\"description\":\"\"}");
        registry.createVersion(new NewModelVersion(
                "p",
                "dummy",
                null,
                null,
                "",
                Map.of(),
                null,
                null,
                null,
                "",
                Map.of("mlflow.prompt.is_prompt", "true", "mlflow.prompt.text", "Hello", "k", "v")));
        assertThat(told())
                .isEqualTo("prompt_version.created {\"name\":\"p\",\"version\":\"1\",\"template\":\"Hello\","
                        + "\"tags\":{\"k\":\"v\"},\"description\":null}");
        registry.setModelTag("p", "k", "v");
        assertThat(told()).startsWith("prompt_tag.set ");
        registry.setVersionTag("p", 1, "k", "v");
        assertThat(told()).startsWith("prompt_version_tag.set ");
        registry.setAlias("p", "a", 1, Attribution.NONE);
        assertThat(told()).startsWith("prompt_alias.created ");
    }

    @Test
    void aMessageIsSigned() throws Exception {
        listen("s3cret", WebhookEvent.REGISTERED_MODEL_CREATED);
        registry.createModel("m", "", Map.of());
        Received received = receiver.next();
        assertThat(received.headers().get("X-MLflow-Signature")).startsWith("v1,");
        assertThat(WebhookMessage.of(
                                received.body().getBytes(StandardCharsets.UTF_8),
                                received.headers().getOrDefault("X-MLflow-Delivery-Id", ""),
                                received.headers().getOrDefault("X-MLflow-Timestamp", ""),
                                "s3cret")
                        .headers()
                        .get("X-MLflow-Signature"))
                .isEqualTo(received.headers().get("X-MLflow-Signature"));
        assertThat(received.headers().get("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void onlyActiveListenersOfAnEventAreTold() throws Exception {
        Webhook disabled = listen("", WebhookEvent.REGISTERED_MODEL_CREATED);
        webhooks.update(disabled.id(), new WebhookChange(null, null, null, null, null, WebhookStatus.DISABLED));
        listen("", WebhookEvent.MODEL_VERSION_CREATED);
        registry.createModel("m", "", Map.of());
        assertThat(receiver.isQuiet()).isTrue();
    }

    @Test
    void aMessageIsSentAgainWhereTheReceiverIsBusy() throws Exception {
        receiver.answer(503, 500, 429);
        listen("", WebhookEvent.REGISTERED_MODEL_CREATED);
        registry.createModel("m", "", Map.of());
        String id = receiver.next().headers().get("X-MLflow-Delivery-Id");
        for (int again = 0; again < 3; again++) {
            assertThat(receiver.next().headers().get("X-MLflow-Delivery-Id")).isEqualTo(id);
        }
        assertThat(receiver.isQuiet()).isTrue();
    }

    @Test
    void aRefusalAndARedirectAreFinal() throws Exception {
        receiver.answer(404, 302);
        listen("", WebhookEvent.REGISTERED_MODEL_CREATED);
        registry.createModel("a", "", Map.of());
        assertThat(receiver.next().json().at("/data/name").asString()).isEqualTo("a");
        assertThat(receiver.isQuiet()).isTrue();
        registry.createModel("b", "", Map.of());
        assertThat(receiver.next().json().at("/data/name").asString()).isEqualTo("b");
        assertThat(receiver.isQuiet()).isTrue();
    }

    @Test
    void aSlowReceiverSlowsNobody() throws Exception {
        receiver.delay(1500);
        listen("", WebhookEvent.REGISTERED_MODEL_CREATED);
        long start = System.nanoTime();
        for (int i = 0; i < 2000; i++) {
            registry.createModel("m" + i, "", Map.of());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(receiver.next().json().at("/data/name").asString()).startsWith("m");
    }

    @Test
    void anExampleIsSentAtOnce() throws Exception {
        Webhook webhook = listen("s3cret", WebhookEvent.MODEL_VERSION_CREATED);
        WebhookTrial taken = delivery.test(webhooks.listener(webhook.id()), WebhookEvent.MODEL_VERSION_CREATED);
        assertThat(taken).isEqualTo(new WebhookTrial(true, 200, "taken", null));
        assertThat(receiver.next().json().at("/data/source").asString()).isEqualTo("models:/123");
        receiver.answer(500, 302);
        assertThat(delivery.test(webhooks.listener(webhook.id()), WebhookEvent.MODEL_VERSION_CREATED))
                .isEqualTo(new WebhookTrial(false, 500, "taken", null));
        assertThat(delivery.test(webhooks.listener(webhook.id()), WebhookEvent.MODEL_VERSION_CREATED))
                .isEqualTo(new WebhookTrial(false, 302, "taken", "Redirects of webhooks are not followed."));
        receiver.close();
        WebhookTrial failed = delivery.test(webhooks.listener(webhook.id()), WebhookEvent.MODEL_VERSION_CREATED);
        assertThat(failed.success()).isFalse();
        assertThat(failed.failure()).startsWith("Failed to test webhook: ");
    }

    @Test
    void anAddressThatIsNoLongerAllowedIsNotCalled() throws Exception {
        listen("", WebhookEvent.REGISTERED_MODEL_CREATED);
        try (WebhookDelivery careful = WebhookDelivery.start(webhooks, WebhookReach.PUBLIC, Duration.ofMillis(1))) {
            NotifyingRegistryStore.of(RegistryStore.inMemory(), careful).createModel("m", "", Map.of());
            assertThat(receiver.isQuiet()).isTrue();
            assertThat(careful.test(
                                    webhooks.listeners(WebhookEvent.REGISTERED_MODEL_CREATED)
                                            .getFirst(),
                                    WebhookEvent.REGISTERED_MODEL_CREATED)
                            .failure())
                    .contains("Invalid webhook URL scheme: 'http'. Allowed schemes are: https.");
        }
    }

    @Test
    void secretsAreNeverShown() {
        Webhook webhook = listen("s3cret", WebhookEvent.REGISTERED_MODEL_CREATED);
        assertThat(Arrays.asList(webhook, webhooks.listener(webhook.id()), webhooks.webhooks(10, null)))
                .allSatisfy(shown -> assertThat(shown.toString()).doesNotContain("s3cret"));
        assertThat(webhooks.listener(webhook.id()).secret()).isEqualTo("s3cret");
    }
}
