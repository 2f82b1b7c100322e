package io.steelyard.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Requests that a client library would not send.
final class Raw {
    private static final int PATIENCE_MILLIS = 10_000;

    private Raw() {}

    /// Sends bytes and reads to the end of the connection.
    static String exchange(URI server, String request) throws IOException {
        try (Socket socket = open(server, request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Sends bytes and leaves the connection open.
    static Socket open(URI server, String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
