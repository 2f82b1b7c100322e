package io.steelyard.server.webhooks;

import io.steelyard.registry.WebhookTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Sends one POST to the very address that was checked. HTTP clients look a host's name up themselves, so none is used
/// here; the certificate is checked against the name all the same. Redirects are never followed, and no proxy is asked.
final class WebhookPost {
    private static final Duration CONNECT_TIME = Duration.ofSeconds(10);

    private WebhookPost() {}

    /// @param time how long it may take altogether, beside connecting
    /// @throws IOException where the receiver cannot be reached, does not answer in time, or answers no HTTP
    static WebhookReply send(WebhookTarget target, WebhookMessage message, Duration time) throws IOException {
        URI uri = target.uri();
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(target.address(), port), (int) CONNECT_TIME.toMillis());
            plain.setSoTimeout((int) time.toMillis());
            long deadline = System.nanoTime() + time.toNanos();
            if (!secure) {
                return exchange(plain, uri, message, deadline);
            }
            try (Socket encrypted = encrypted(plain, uri.getHost(), port)) {
                return exchange(encrypted, uri, message, deadline);
            }
        }
    }

    private static Socket encrypted(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static WebhookReply exchange(Socket socket, URI uri, WebhookMessage message, long deadline)
            throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head(uri, message).getBytes(StandardCharsets.UTF_8));
        out.write(message.body());
        out.flush();
        return WebhookReply.read(socket.getInputStream(), deadline);
    }

    private static String head(URI uri, WebhookMessage message) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        StringBuilder head = new StringBuilder("POST ")
                .append(path)
                .append(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(uri.getHost())
                .append(uri.getPort() >= 0 ? ":" + uri.getPort() : "")
                .append("\r\nUser-Agent: steelyard\r\nAccept: */*\r\nConnection: close\r\nContent-Length: ")
                .append(message.body().length)
                .append("\r\n");
        for (Map.Entry<String, String> header : message.headers().entrySet()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        return head.append("\r\n").toString();
    }
}
