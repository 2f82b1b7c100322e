package io.steelyard.serving;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.BindException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// A port that is listened on, over HTTP/1.1, each connection in a virtual thread of its own. It refuses pages of others (a request's
/// `Host` and `Origin` must be local names or the address that is listened on), and turns what handlers throw into answers
/// `{"error_code":…,"message":…}`.
public final class HttpPort implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofMillis(200);
    private static final Duration GLANCE = Duration.ofMillis(2);
    private static final int GREATEST_PORT = 65_535;

    private final WebServer server;
    private final String host;
    private final AtomicInteger inFlight;
    private volatile boolean closing;

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
    }

    private HttpPort(Address address, Consumer<HttpRouting.Builder> routes) {
        HostGuard guard = new HostGuard(address.host(), address.allowedHosts());
        this.host = address.host();
        this.inFlight = new AtomicInteger();
        this.server = WebServer.builder()
                .host(address.host())
                .port(address.port())
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .routing(routing -> {
                    routing.addFilter((chain, request, response) -> pass(guard, chain, request, response));
                    routing.error(ServingException.class, (request, response, e) -> HttpErrors.send(response, e));
                    routing.error(Throwable.class, (request, response, e) -> HttpErrors.sendUnexpected(response, e));
                    routes.accept(routing);
                })
                .build();
    }

    /// Begins to listen.
    ///
    /// @param address where
    /// @param routes adds what is answered
    /// @return the port, to be closed
    /// @throws ServingException of kind PORT, naming the port, where it cannot be listened on
    public static HttpPort open(Address address, Consumer<HttpRouting.Builder> routes) {
        HttpPort port = new HttpPort(address, routes);
        try {
            port.server.start();
        } catch (RuntimeException e) {
            throw refused(address, e);
        }
        return port;
    }

    /// The number of the port.
    ///
    /// @return the port that is listened on
    public int port() {
        return server.port();
    }

    /// Where clients of this machine reach it.
    ///
    /// @return for example `http://127.0.0.1:8080`
    public URI uri() {
        String name = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        return URI.create("http://" + (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + port());
    }

    /// Answers new requests with 503, waits up to a second for those under way, and listens no more.
    @Override
    public void close() {
        closing = true;
        long deadline = System.nanoTime() + DRAIN.toNanos();
        while (inFlight.get() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        server.stop();
    }

    private void pass(HostGuard guard, FilterChain chain, RoutingRequest request, RoutingResponse response) {
        inFlight.incrementAndGet();
        try {
            if (closing) {
                response.header(HeaderValues.CONNECTION_CLOSE);
                throw new ServingException(ServingException.Kind.UNAVAILABLE, "the server is stopping");
            }
            guard.check(request);
            chain.proceed();
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private static ServingException refused(Address address, RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new ServingException(
                        ServingException.Kind.PORT,
                        "port " + address.port() + " on " + address.host() + " cannot be listened on: " + cause.getMessage()
                                + "; stop what uses it, or choose another port (0: a free one)",
                        e);
            }
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return new ServingException(
                        ServingException.Kind.PORT,
                        "host '" + address.host() + "' is not an address of this machine",
                        e);
            }
        }
        throw e;
    }
}
