package io.steelyard.serving;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// What every request of a port passes: it counts those under way, so that the port can be closed when they are done, and keeps
/// pages of others away.
final class HttpGate implements Filter {
    private static final Duration GLANCE = Duration.ofMillis(2);

    private final HostGuard guard;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean closing;

    HttpGate(HostGuard guard) {
        this.guard = guard;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        inFlight.incrementAndGet();
        try {
            if (closing) {
                response.header(HeaderValues.CONNECTION_CLOSE);
                throw new ServingException(ServingException.Kind.UNAVAILABLE, "the server is stopping");
            }
            guard.check(request);
            chain.proceed();
        } catch (ServingException e) {
            HttpErrors.send(response, e);
        } finally {
            inFlight.decrementAndGet();
        }
        if (response.isSent() && response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            // The web server announces it, but leaves it to the client.
            throw new CloseConnectionException("the connection is not to be kept");
        }
    }

    /// Refuses new requests, and waits for those under way.
    ///
    /// @param patience how long at most
    void close(Duration patience) {
        closing = true;
        long deadline = System.nanoTime() + patience.toNanos();
        while (inFlight.get() > 0 && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }
}
