package io.steelyard.registry;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Where a webhook is told: an address that was looked up once and checked. A connection goes to this address, not to
/// the host's name, for a name may mean another machine at every look.
///
/// @param uri the webhook's address as it was given
/// @param address the machine
public record WebhookTarget(URI uri, InetAddress address) {
    private static final Duration LOOK_UP_TIME = Duration.ofSeconds(5);

    /// Looks up and checks where a webhook is told.
    ///
    /// @param url the webhook's address
    /// @param reach how far the server goes
    /// @return the target
    /// @throws RegistryException of kind INVALID, with MLflow's words, where the address is none, its host cannot be looked
    ///     up within five seconds, or any of the host's addresses is out of reach
    public static WebhookTarget of(String url, WebhookReach reach) {
        if (url.isBlank()) {
            throw RegistryException.invalid("Webhook URL cannot be empty or just whitespace: '" + url + "'");
        }
        URI uri = parse(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean clearText = scheme.equals("http");
        if (!scheme.equals("https") && (!clearText || reach == WebhookReach.PUBLIC)) {
            throw schemeRefused(scheme, reach);
        }
        String host = uri.getHost();
        if (host == null || host.isEmpty()) {
            throw RegistryException.invalid("Webhook URL must include a hostname: '" + url + "'");
        }
        List<InetAddress> addresses = List.of(lookUp(host));
        for (InetAddress address : addresses) {
            if (!reach.allows(address)) {
                throw RegistryException.invalid("Webhook URL must not resolve to a non-public IP address. '" + host
                        + "' resolves to " + address.getHostAddress() + ".");
            }
            if (clearText && !reach.allowsClearText(address)) {
                throw schemeRefused(scheme, WebhookReach.PUBLIC);
            }
        }
        return new WebhookTarget(uri, addresses.getFirst());
    }

    private static URI parse(String url) {
        try {
            return new URI(url.strip());
        } catch (URISyntaxException e) {
            throw RegistryException.invalid("Invalid webhook URL '" + url + "': " + e.getMessage());
        }
    }

    private static RegistryException schemeRefused(String scheme, WebhookReach reach) {
        return RegistryException.invalid("Invalid webhook URL scheme: '" + scheme + "'. Allowed schemes are: "
                + switch (reach) {
                    case PUBLIC -> "https.";
                    case LOOPBACK, ANYWHERE -> "https, http.";
                });
    }

    private static InetAddress[] lookUp(String host) {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        FutureTask<InetAddress[]> look =
                new FutureTask<>(() -> InetAddress.getAllByName(name.contains(":") ? name : IDN.toASCII(name)));
        Thread.ofVirtual().name("webhook-look-up").start(look);
        try {
            return look.get(LOOK_UP_TIME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unknown(host, e.getCause());
        } catch (TimeoutException e) {
            throw RegistryException.invalid("Timed out resolving Webhook URL hostname '" + host + "' after "
                    + LOOK_UP_TIME.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private static RegistryException unknown(String host, @Nullable Throwable cause) {
        String why = cause instanceof UnknownHostException ? "Name or service not known" : String.valueOf(cause);
        return RegistryException.invalid("Cannot resolve Webhook URL hostname '" + host + "': " + why);
    }
}
