package io.steelyard.server.webhooks;

import io.steelyard.registry.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/// One message to one webhook. It is the same at every attempt, so that a receiver knows one that it has had already.
///
/// @param headers the headers that MLflow sends, by name
/// @param body JSON: `entity`, `action`, `timestamp` and `data`; not copied
record WebhookMessage(Map<String, String> headers, byte[] body) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx");
    private static final String HMAC = "HmacSHA256";

    WebhookMessage {
        headers = Map.copyOf(headers);
    }

    /// @param data what happened, in MLflow's spelling
    /// @param secret what signs the message; empty: nothing does
    static WebhookMessage of(WebhookEvent event, Map<String, ?> data, String secret, Instant now) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("entity", event.entity());
        body.put("action", event.action());
        body.put("timestamp", TIME.format(now.atOffset(ZoneOffset.UTC)));
        body.put("data", data);
        return of(
                JsonMapper.shared().writeValueAsBytes(body),
                UUID.randomUUID().toString(),
                Long.toString(now.getEpochSecond()),
                secret);
    }

    static WebhookMessage of(byte[] body, String deliveryId, String timestamp, String secret) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-MLflow-Delivery-Id", deliveryId);
        headers.put("X-MLflow-Timestamp", timestamp);
        if (!secret.isEmpty()) {
            headers.put("X-MLflow-Signature", "v1," + signature(secret, deliveryId + "." + timestamp + ".", body));
        }
        return new WebhookMessage(headers, body);
    }

    /// HMAC-SHA256 in Base64 of the delivery's id, the time and the body, with dots between them.
    private static String signature(String secret, String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
