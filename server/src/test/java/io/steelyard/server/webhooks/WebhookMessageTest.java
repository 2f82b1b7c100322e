package io.steelyard.server.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.registry.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookMessageTest {
    /// Computed by MLflow 3.17.2: `mlflow.webhooks.delivery._generate_hmac_signature("s3cret", "id-1", "1700000000",
    /// '{"entity": "registered_model"}')`.
    private static final String MLFLOW_SIGNATURE = "v1,TgznXv9hWSDR0ovvSau2AuWfShDuyIc06vkEXLoby0c=";

    @Test
    void theSignatureIsMlflows() {
        byte[] body = "{\"entity\": \"registered_model\"}".getBytes(StandardCharsets.UTF_8);
        WebhookMessage message = WebhookMessage.of(body, "id-1", "1700000000", "s3cret");
        assertThat(message.headers())
                .isEqualTo(Map.of(
                        "Content-Type", "application/json",
                        "X-MLflow-Delivery-Id", "id-1",
                        "X-MLflow-Timestamp", "1700000000",
                        "X-MLflow-Signature", MLFLOW_SIGNATURE));
    }

    @Test
    void withoutASecretNothingIsSigned() {
        assertThat(WebhookMessage.of(new byte[0], "id", "1", "").headers()).doesNotContainKey("X-MLflow-Signature");
    }

    @Test
    void theBodyIsMlflows() {
        WebhookMessage message = WebhookMessage.of(
                WebhookEvent.MODEL_VERSION_ALIAS_CREATED,
                Map.of("name", "m"),
                "",
                Instant.parse("2026-03-03T12:00:00.123456789Z"));
        JsonNode body = JsonMapper.shared().readTree(message.body());
        assertThat(body.toString())
                .isEqualTo("{\"entity\":\"model_version_alias\",\"action\":\"created\","
                        + "\"timestamp\":\"2026-03-03T12:00:00.123456+00:00\",\"data\":{\"name\":\"m\"}}");
        assertThat(message.headers().get("X-MLflow-Timestamp")).isEqualTo("1772539200");
    }

    @Test
    void everyEventHasAnExample() {
        for (WebhookEvent event : WebhookEvent.values()) {
            assertThat(ExampleData.of(event)).as(event.toString()).isNotEmpty();
        }
    }
}
