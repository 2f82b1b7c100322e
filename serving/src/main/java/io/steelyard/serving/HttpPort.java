package io.steelyard.serving;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// A port that is listened on, over HTTP/1.1, each connection in a virtual thread of its own. It refuses pages of others (a request's
/// `Host` and `Origin` must be local names, the address that is listened on, or allowed names), and turns what handlers throw into
/// answers `{"error_code":…,"message":…}`.
public final class HttpPort implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofMillis(200);
    private static final int GREATEST_PORT = 65_535;

    private final WebServer server;
    private final HttpGate gate;
    private final URI uri;

    /// Where to listen.
    ///
    /// @param host the address or name, for example `127.0.0.1`, or `0.0.0.0` for all
    /// @param port the port, or 0 for a free one
    /// @param allowedHosts names besides the address itself under which the server may be reached
    public record Address(String host, int port, List<String> allowedHosts) {
        public Address {
            allowedHosts = List.copyOf(allowedHosts);
            if (host.isBlank()) {
                throw new IllegalArgumentException("the host to listen on must not be blank");
            }
            if (port < 0 || port > GREATEST_PORT) {
                throw new IllegalArgumentException("a port is from 0 to " + GREATEST_PORT + ", not " + port);
            }
        }

        /// An address with no further names.
        ///
        /// @param host the address or name
        /// @param port the port, or 0 for a free one
        public Address(String host, int port) {
            this(host, port, List.of());
        }

        /// Where clients of this machine reach a port that is listened on.
        private URI uri(int actualPort) {
            String name = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
            return URI.create("http://" + (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + actualPort);
        }
    }

    private HttpPort(WebServer server, HttpGate gate, URI uri) {
        this.server = server;
        this.gate = gate;
        this.uri = uri;
    }

    /// Looks whether a port could be listened on now, for whoever has much to do before it listens.
    ///
    /// @param address the port; port 0 always can
    /// @throws ServingException of kind PORT, naming the port, where it cannot be listened on
    public static void requireFree(Address address) {
        InetSocketAddress wanted = new InetSocketAddress(address.host(), address.port());
        if (wanted.isUnresolved()) {
            throw new ServingException(
                    ServingException.Kind.PORT, "there is no host '" + address.host() + "' to listen on");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(wanted);
        } catch (IOException e) {
            throw new ServingException(
                    ServingException.Kind.PORT,
                    "port " + address.port() + " on " + address.host() + " cannot be listened on: " + e.getMessage()
                            + "; stop what uses it, or choose another port (0: a free one)",
                    e);
        }
    }

    /// Begins to listen.
    ///
    /// @param address where
    /// @param routes adds what is answered
    /// @return the port, to be closed
    /// @throws ServingException of kind PORT, naming the port, where it cannot be listened on
    public static HttpPort open(Address address, Consumer<HttpRouting.Builder> routes) {
        // The web server would log a stack trace first.
        requireFree(address);
        HttpGate gate = new HttpGate(new HostGuard(address.host(), address.allowedHosts()));
        WebServer server = WebServer.builder()
                .host(address.host())
                .port(address.port())
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .routing(routing -> {
                    routing.addFilter(gate);
                    routing.error(ServingException.class, (request, response, e) -> HttpErrors.send(response, e));
                    routing.error(Throwable.class, (request, response, e) -> HttpErrors.sendUnexpected(response, e));
                    routes.accept(routing);
                })
                .build()
                .start();
        return new HttpPort(server, gate, address.uri(server.port()));
    }

    /// Where clients of this machine reach it.
    ///
    /// @return for example `http://127.0.0.1:8080`
    public URI uri() {
        return uri;
    }

    /// Answers new requests with 503, waits up to a second for those under way, and listens no more.
    @Override
    public void close() {
        gate.close(DRAIN);
        server.stop();
    }
}
