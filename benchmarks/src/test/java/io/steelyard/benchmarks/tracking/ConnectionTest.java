package io.steelyard.benchmarks.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private static final int LARGE = 300_000;

    private HttpServer server;
    private Connection connection;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            answer(exchange, 200, body.length == 0 ? -1 : body.length, body);
        });
        server.createContext("/chunks", exchange -> answer(exchange, 200, 0, new byte[LARGE]));
        server.createContext("/refused", exchange -> answer(exchange, 400, 0, "why".getBytes(StandardCharsets.UTF_8)));
        server.start();
        connection = Connection.open(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private static void answer(HttpExchange exchange, int status, int length, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @AfterEach
    void stop() throws IOException {
        connection.close();
        server.stop(0);
    }

    @Test
    void oneConnectionCarriesManyRequestsOfEverySize() throws IOException {
        for (String body : new String[] {"{\"a\":\"ü\"}", "", "x".repeat(LARGE), "y"}) {
            byte[] answer = connection.send(connection.request("POST", "/echo", body));
            assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo(body);
        }
        assertThat(connection.send(connection.request("GET", "/chunks", ""))).hasSize(LARGE);
        assertThat(connection.send(connection.request("GET", "/echo", ""))).isEmpty();
    }

    @Test
    void anotherStatusThan200IsAFailureWithItsWords() {
        assertThatThrownBy(() -> connection.send(connection.request("GET", "/refused", "")))
                .isInstanceOf(IOException.class)
                .hasMessage("status 400: why");
    }
}
