package io.steelyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.steelyard.registry.NewModelVersion;
import io.steelyard.registry.RegistryStore;
import io.steelyard.server.DataFolder;
import io.steelyard.server.Platform;
import io.steelyard.server.ServerOptions;
import io.steelyard.server.SteelyardServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelsCommandsTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void quiet() {
        QuietLogging.install();
    }

    @BeforeEach
    void register() {
        try (Platform platform = Platform.open(DataFolder.open(folder))) {
            RegistryStore registry = platform.registry();
            registry.modelNamed("m");
            for (String owner : List.of("ada", "ben")) {
                registry.createVersion(NewModelVersion.of("m", "mlflow-artifacts:/0/" + owner + "/model"));
                registry.setVersionTag("m", owner.equals("ada") ? 1 : 2, "owner", owner);
            }
        }
    }

    private Captured models(String... words) {
        List<String> call = new ArrayList<>(List.of("models"));
        call.addAll(List.of(words));
        call.addAll(List.of("--data", folder.toString()));
        return Captured.run(call.toArray(String[]::new));
    }

    private JsonNode json(String... words) {
        Captured it =
                models(Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new));
        assertThat(it.err()).isEmpty();
        assertThat(it.exit()).isEqualTo(0);
        return JsonMapper.shared().readTree(it.out());
    }

    /// The same in the folder itself and through the server that holds it.
    private void everyCommandWorks() throws Exception {
        Path evidence = Files.writeString(folder.resolve("gates.json"), "{\"auc\":0.9}");
        assertThat(models("promote", "m", "2", "--reason", "better", "--evidence", evidence.toString()))
                .isEqualTo(new Captured(0, "m version 2 is in production" + System.lineSeparator(), ""));
        assertThat(models("alias", "m", "champion", "1").out()).isEqualToIgnoringNewLines("m@champion is version 1");
        assertThat(models("list").out())
                .containsPattern("NAME +LATEST +PRODUCTION +ALIASES")
                .containsPattern("m +2 +2 +champion=1 production=2");
        assertThat(json("list").at("/models/0/production_version").asInt()).isEqualTo(2);
        assertThat(models("show", "m").out()).containsPattern("2 +production +production");
        assertThat(json("show", "m").at("/versions/1/aliases/0").asString()).isEqualTo("champion");
        assertThat(models("diff", "m", "1", "2").out()).containsPattern("owner +ada +ben");
        assertThat(json("diff", "m", "1", "2").at("/tags/0/to").asString()).isEqualTo("ben");
        assertThat(models("log", "m").out())
                .containsPattern("2 +stage None -> Production +" + System.getProperty("user.name") + " +better")
                .containsPattern("1 +alias champion 1");
        JsonNode log = json("log", "m").get("log");
        assertThat(log.get(3).get("evidence").asString()).isEqualTo("{\"auc\":0.9}");
        assertThat(models("log", "m", "--at", "2999-01-01").out()).contains("m version 2 was in production");
        assertThat(models("log", "m", "--at", "2026-03-03T12:00Z").exit()).isEqualTo(1);
        assertThat(models("log", "m", "--at", "yesterday"))
                .isEqualTo(new Captured(
                        2,
                        "",
                        "steelyard: 'yesterday' is no moment: write for example 2026-03-03T12:00Z, or a date such as"
                                + " 2026-03-03" + System.lineSeparator()));
        assertThat(models("show", "x"))
                .isEqualTo(new Captured(
                        2, "", "steelyard: Registered Model with name=x not found" + System.lineSeparator()));
        assertThat(models("promote", "m", "2").exit()).isEqualTo(2);
    }

    @Test
    void inAFolder() throws Exception {
        everyCommandWorks();
    }

    @Test
    void throughTheServerThatHoldsTheFolder() throws Exception {
        try (SteelyardServer server =
                SteelyardServer.start(DataFolder.open(folder), new ServerOptions("127.0.0.1", 0, 0, "test"))) {
            assertThat(server.uri().getPort()).isPositive();
            everyCommandWorks();
        }
    }

    @Test
    void anotherServerHasNoDesk() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.start();
        try {
            Captured it = models(
                    "list",
                    "--tracking-uri",
                    "http://127.0.0.1:" + other.getAddress().getPort());
            assertThat(it.exit()).isEqualTo(3);
            assertThat(it.err()).contains("it needs a Steelyard server");
        } finally {
            other.stop(0);
        }
        assertThat(models("list", "--tracking-uri", "http://127.0.0.1:1").exit())
                .isEqualTo(3);
    }
}
