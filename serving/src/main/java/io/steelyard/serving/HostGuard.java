package io.steelyard.serving;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Keeps web pages of others away from a server that listens on a local address: a page may not reach it under a name of its own
/// (DNS rebinding), nor change anything by a request that the user's browser sends.
///
/// A request's `Host` must be `localhost`, a loopback address, the address that is listened on, or an allowed name; where all
/// addresses are listened on, any address in digits will do too. A request that may change something and has an `Origin` must come
/// from such a host. Programs that are no browsers send no `Origin`.
final class HostGuard {
    private static final Set<String> WILDCARDS = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");
    private static final Set<Method> HARMLESS = Set.of(Method.GET, Method.HEAD, Method.OPTIONS);

    private final Set<String> names;
    private final boolean anyAddress;

    /// A guard.
    ///
    /// @param host the address that is listened on
    /// @param allowed further names
    HostGuard(String host, List<String> allowed) {
        names = new HashSet<>(List.of("localhost", "::1", host.toLowerCase(Locale.ROOT)));
        allowed.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        anyAddress = WILDCARDS.contains(host);
    }

    /// @throws ServingException of kind FORBIDDEN where the request may not pass
    void check(ServerRequest request) {
        String host = request.headers().value(HeaderNames.HOST).orElse("");
        if (!isAllowed(nameOf(host))) {
            throw forbidden("the server is not reached under the name '" + JsonText.quote(host)
                    + "'; use the address that it listens on, or localhost");
        }
        if (!HARMLESS.contains(request.prologue().method())) {
            request.headers().value(HeaderNames.ORIGIN).ifPresent(origin -> {
                if (!isAllowed(hostOf(origin))) {
                    throw forbidden("a page of '" + JsonText.quote(origin) + "' may not change anything here");
                }
            });
        }
    }

    private boolean isAllowed(String name) {
        return names.contains(name) || isLoopback(name) || (anyAddress && isAddress(name));
    }

    private static boolean isLoopback(String name) {
        return name.startsWith("127.") && isAddress(name);
    }

    /// Whether a name is an address in digits; such a name is not looked up by anyone.
    private static boolean isAddress(String name) {
        return name.indexOf(':') >= 0
                || (!name.isEmpty() && name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
    }

    /// The name in a `Host` header, without the port and the brackets.
    private static String nameOf(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[")) {
            int end = name.indexOf(']');
            return end < 0 ? "" : name.substring(1, end);
        }
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    private static String hostOf(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host == null ? "" : nameOf(host);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static ServingException forbidden(String message) {
        return new ServingException(ServingException.Kind.FORBIDDEN, message);
    }
}
