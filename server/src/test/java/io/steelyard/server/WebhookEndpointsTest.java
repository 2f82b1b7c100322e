package io.steelyard.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.registry.WebhookReach;
import io.steelyard.serving.HttpPort;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// MLflow's endpoints for webhooks. The refusals are those that MLflow 3.17.2's server gave.
class WebhookEndpointsTest {
    private static final String WEBHOOKS = "/api/2.0/mlflow/webhooks";
    private static final String EVENT = "{\"entity\":\"REGISTERED_MODEL\",\"action\":\"CREATED\"}";

    @TempDir
    Path root;

    private Platform platform;
    private ControlPlane control;
    private Http http;

    @BeforeEach
    void start() {
        platform = Platform.open(DataFolder.open(root.resolve("data")));
        open(WebhookReach.LOOPBACK);
    }

    private void open(WebhookReach reach) {
        control = ControlPlane.start(new HttpPort.Address("127.0.0.1", 0), platform, reach);
        http = new Http(control.uri());
    }

    @AfterEach
    void stop() {
        http.close();
        control.close();
        platform.close();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(control.uri() + WEBHOOKS + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    private JsonNode made(String name) throws Exception {
        HttpResponse<String> response = send(
                "POST",
                "",
                "{\"name\":\"" + name
                        + "\",\"url\":\"https://127.0.0.1:1/x\",\"description\":\"d\",\"secret\":\"s3cret\","
                        + "\"events\":[{\"entity\":\"REGISTERED_MODEL\",\"action\":\"CREATED\"},"
                        + "{\"entity\":\"MODEL_VERSION_ALIAS\",\"action\":\"CREATED\"}]}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).doesNotContain("s3cret");
        return Http.json(response).get("webhook");
    }

    @Test
    void aWebhookIsMadeChangedAndDeleted() throws Exception {
        JsonNode webhook = made("w");
        String id = webhook.get("webhook_id").asString();
        assertThat(webhook.propertyNames())
                .containsExactlyInAnyOrder(
                        "webhook_id",
                        "name",
                        "description",
                        "url",
                        "events",
                        "status",
                        "creation_timestamp",
                        "last_updated_timestamp");
        assertThat(webhook.get("events").toString())
                .isEqualTo("[{\"entity\":\"MODEL_VERSION_ALIAS\",\"action\":\"CREATED\"},"
                        + "{\"entity\":\"REGISTERED_MODEL\",\"action\":\"CREATED\"}]");
        assertThat(webhook.get("status").asString()).isEqualTo("ACTIVE");
        assertThat(Http.json(http.get(WEBHOOKS + "/" + id)).get("webhook")).isEqualTo(webhook);
        JsonNode changed = Http.json(send(
                        "PATCH",
                        "/" + id,
                        "{\"status\":\"DISABLED\",\"name\":\"other\",\"events\":[" + EVENT + "],\"description\":\"\"}"))
                .get("webhook");
        assertThat(changed.get("status").asString()).isEqualTo("DISABLED");
        assertThat(changed.get("name").asString()).isEqualTo("other");
        assertThat(changed.get("url")).isEqualTo(webhook.get("url"));
        assertThat(changed.get("events").toString()).isEqualTo("[" + EVENT + "]");
        assertThat(changed.has("description")).isFalse();
        JsonNode result = Http.json(send("POST", "/" + id + "/test", "{}")).get("result");
        assertThat(result.get("success").asBoolean()).isFalse();
        assertThat(result.get("error_message").asString()).startsWith("Failed to test webhook: ");
        assertThat(send("DELETE", "/" + id, "").body().replaceAll("\\s", "")).isEqualTo("{}");
        HttpResponse<String> gone = http.get(WEBHOOKS + "/" + id);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(Http.json(gone).get("message").asString()).isEqualTo("Webhook with ID " + id + " not found.");
    }

    @Test
    void webhooksAreListedTheNewestFirst() throws Exception {
        for (int i = 0; i < 3; i++) {
            made("w" + i);
        }
        JsonNode first = Http.json(http.get(WEBHOOKS + "?max_results=2"));
        assertThat(first.at("/webhooks/0/name").asString()).isEqualTo("w2");
        assertThat(first.get("webhooks").size()).isEqualTo(2);
        JsonNode second = Http.json(http.get(WEBHOOKS + "?max_results=2&page_token="
                + first.get("next_page_token").asString()));
        assertThat(second.get("webhooks").size()).isEqualTo(1);
        assertThat(second.at("/webhooks/0/name").asString()).isEqualTo("w0");
        assertThat(second.has("next_page_token")).isFalse();
        assertThat(Http.json(http.get(WEBHOOKS)).get("webhooks").size()).isEqualTo(3);
        assertThat(http.get(WEBHOOKS + "?max_results=1001").body()).contains("max_results must be between 1 and 1000.");
        assertThat(http.get(WEBHOOKS + "?max_results=-1").body()).contains("max_results must be between 1 and 1000.");
        assertThat(http.get(WEBHOOKS + "?page_token=abc").body())
                .contains("Invalid page token, could not base64-decode");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"w"} | Missing value for required parameter 'url'. See the API docs for more information about request parameters.
            {"name":"w","url":"https://8.8.8.8/x"} | Missing value for required parameter 'events'. See the API docs for more information about request parameters.
            {"name":"w","url":"https://8.8.8.8/x","events":[]} | Webhook events must be a non-empty list of WebhookEvent objects: [].
            {"name":"-w","url":"https://8.8.8.8/x","events":[E]} | Webhook name '-w' is invalid. It must start and end with a letter or digit, be less than 63 characters long, and contain only letters, digits, dots (.), underscores (_), and hyphens (-).
            {"name":"w","url":"http://8.8.8.8/x","events":[E]} | Invalid webhook URL scheme: 'http'. Allowed schemes are: https.
            {"name":"w","url":"https:///x","events":[E]} | Webhook URL must include a hostname: 'https:///x'
            {"name":"w","url":"https://127.0.0.1/x","events":[E]} | Webhook URL must not resolve to a non-public IP address. '127.0.0.1' resolves to 127.0.0.1.
            {"name":"w","url":"https://169.254.169.254/x","events":[E]} | Webhook URL must not resolve to a non-public IP address. '169.254.169.254' resolves to 169.254.169.254.
            {"name":"w","url":" ","events":[E]} | Webhook URL cannot be empty or just whitespace: ' '
            {"name":"w","url":"https://8.8.8.8/x","events":[{"entity":"REGISTERED_MODEL","action":"DELETED"}]} | Invalid action 'deleted' for entity 'registered_model'. Valid actions are: ['created']
            """)
    void whatCannotBeAWebhookIsRefused(String body, String message) throws Exception {
        http.close();
        control.close();
        open(WebhookReach.PUBLIC);
        HttpResponse<String> response = send("POST", "", body.replace("[E]", "[" + EVENT + "]"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Http.json(response).get("message").asString()).isEqualTo(message);
    }
}
