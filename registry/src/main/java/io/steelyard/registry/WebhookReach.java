package io.steelyard.registry;

import java.net.InetAddress;

/// How far the server goes to tell a webhook. Whoever may make webhooks makes the server send requests; so by default it
/// sends none to machines that only it can reach.
public enum WebhookReach {
    /// Public addresses, by https.
    PUBLIC,
    /// Also this machine itself, by https or http.
    LOOPBACK,
    /// Any address, by https or http: only where everyone who can make webhooks may reach the server's whole network.
    ANYWHERE;

    /// Says whether an address may be called.
    boolean allows(InetAddress address) {
        return switch (this) {
            case PUBLIC -> PublicAddress.isPublic(address);
            case LOOPBACK -> address.isLoopbackAddress() || PublicAddress.isPublic(address);
            case ANYWHERE -> true;
        };
    }

    /// Says whether an address may be called in clear text.
    boolean allowsClearText(InetAddress address) {
        return switch (this) {
            case PUBLIC -> false;
            case LOOPBACK -> address.isLoopbackAddress();
            case ANYWHERE -> true;
        };
    }
}
