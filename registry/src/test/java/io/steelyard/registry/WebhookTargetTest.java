package io.steelyard.registry;

import static io.steelyard.registry.RegistryCase.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.registry.RegistryException.Kind;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTargetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.0", "100.63.255.255", "2606:4700:4700::1111"})
    void publicAddressesMayBeCalled(String address) {
        String host = address.contains(":") ? "[" + address + "]" : address;
        WebhookTarget target = WebhookTarget.of("https://" + host + "/x", WebhookReach.PUBLIC);
        assertThat(target.address()).isEqualTo(InetAddress.ofLiteral(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "2002:7f00:1::",
                "64:ff9b::a00:1",
                "fe80::1",
                "fd00::1",
                "ff02::1"
            })
    void otherAddressesMayNot(String address) {
        String url = "https://" + (address.contains(":") ? "[" + address + "]" : address) + "/x";
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> WebhookTarget.of(url, WebhookReach.PUBLIC))
                .withMessageStartingWith("Webhook URL must not resolve to a non-public IP address. '");
        assertThat(WebhookTarget.of(url, WebhookReach.ANYWHERE).uri()).hasToString(url);
    }

    @Test
    void thisMachineMayBeCalledWhereThatIsAllowed() {
        assertThat(WebhookTarget.of("http://127.0.0.1:8000/x", WebhookReach.LOOPBACK)
                        .uri()
                        .getPort())
                .isEqualTo(8000);
        assertThat(WebhookTarget.of("https://localhost/x", WebhookReach.LOOPBACK)
                        .address()
                        .isLoopbackAddress())
                .isTrue();
        refused(
                Kind.INVALID,
                "Invalid webhook URL scheme: 'http'. Allowed schemes are: https.",
                () -> WebhookTarget.of("http://8.8.8.8/", WebhookReach.LOOPBACK));
        refused(
                Kind.INVALID,
                "Webhook URL must not resolve to a non-public IP address. '10.0.0.1' resolves to 10.0.0.1.",
                () -> WebhookTarget.of("https://10.0.0.1/", WebhookReach.LOOPBACK));
    }

    @Test
    void otherSchemesAreRefused() {
        for (String url : new String[] {"ftp://8.8.8.8/", "file:///etc/passwd"}) {
            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> WebhookTarget.of(url, WebhookReach.ANYWHERE))
                    .withMessageStartingWith("Invalid webhook URL scheme: '");
        }
    }

    /// Java reads 0177.0.0.1 as 177.0.0.1, and that is where a message would go.
    @ParameterizedTest
    @ValueSource(strings = {"0177.0.0.1", "127.1", "2130706433", "0x7f.1"})
    void otherSpellingsOfThisMachineDoNotReachIt(String host) {
        try {
            assertThat(WebhookTarget.of("https://" + host + "/", WebhookReach.PUBLIC)
                            .address()
                            .isLoopbackAddress())
                    .isFalse();
        } catch (RegistryException e) {
            assertThat(e.kind()).isEqualTo(Kind.INVALID);
        }
    }
}
