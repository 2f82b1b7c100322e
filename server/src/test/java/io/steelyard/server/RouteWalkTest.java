package io.steelyard.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.http.PathMatcher;
import io.helidon.webserver.http.HttpRoute;
import io.helidon.webserver.http.HttpRouting;
import io.steelyard.mlflow.MlflowApi;
import io.steelyard.mlflow.MlflowRoute;
import io.steelyard.registry.WebhookReach;
import io.steelyard.registry.WebhookStore;
import io.steelyard.serving.HttpPort;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Walks every path that the control plane answers, whatever it is: no route may be forgotten.
class RouteWalkTest {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @TempDir
    Path root;

    private final Set<String> paths = new TreeSet<>();
    private Platform platform;
    private ControlPlane control;

    @BeforeAll
    static void hush() {
        QuietLibraries.hush();
    }

    @BeforeEach
    void start() {
        platform = Platform.open(DataFolder.open(root.resolve("data")));
        control = ControlPlane.start(
                new HttpPort.Address("127.0.0.1", 0), platform, WebhookReach.PUBLIC, this::recording);
        List<MlflowRoute> mlflow = new ArrayList<>(
                MlflowApi.routes(platform.tracking(), platform.registry(), new StoredArtifacts(platform.artifacts())));
        WebhookStore webhooks = platform.webhooks(WebhookReach.PUBLIC);
        mlflow.addAll(MlflowApi.webhookRoutes(webhooks, (listener, event) -> {
            throw new IllegalStateException("nothing is sent here");
        }));
        mlflow.forEach(route -> paths.addAll(route.paths()));
    }

    @AfterEach
    void stop() {
        control.close();
        platform.close();
    }

    /// A builder that notes each path and hands everything on.
    private HttpRouting.Builder recording(HttpRouting.Builder real) {
        HttpRouting.Builder[] recording = new HttpRouting.Builder[1];
        InvocationHandler handler = (self, method, arguments) -> {
            if (arguments != null && arguments.length > 0) {
                switch (arguments[0]) {
                    case String path -> paths.add(path);
                    case HttpRoute route ->
                        assertThat(route).as("a route whose path is not seen").isNull();
                    default -> {
                        for (Object argument : arguments) {
                            if (argument instanceof String path) {
                                paths.add(path);
                            }
                            assertThat(argument)
                                    .as("a route whose path is not seen")
                                    .isNotInstanceOf(PathMatcher.class);
                        }
                    }
                }
            }
            try {
                Object answer = method.invoke(real, arguments);
                return answer instanceof HttpRouting.Builder ? recording[0] : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        recording[0] = (HttpRouting.Builder) Proxy.newProxyInstance(
                HttpRouting.Builder.class.getClassLoader(), new Class<?>[] {HttpRouting.Builder.class}, handler);
        return recording[0];
    }

    private String status(String method, String path, String header) throws Exception {
        return Raw.exchange(
                        control.uri(),
                        method + " " + path + " HTTP/1.1\r\n" + header
                                + "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^HTTP/1.1 (\\d+).*", "$1");
    }

    @Test
    void everyRouteRefusesForeignHostsAndPages() throws Exception {
        assertThat(paths)
                .hasSizeGreaterThan(100)
                .contains(
                        "/health",
                        "/get-artifact",
                        "/api/2.0/mlflow/runs/create",
                        "/api/2.0/mlflow-artifacts/artifacts/*");
        for (String path : paths) {
            String asked = path.replaceAll("\\{[^}]+}", "1").replace("*", "a");
            for (String method : METHODS) {
                assertThat(status(method, asked, "Host: evil.example\r\n"))
                        .as(method + " " + asked + " under a foreign name")
                        .isEqualTo("403");
                if (!READING.contains(method)) {
                    assertThat(status(method, asked, "Host: localhost\r\nOrigin: http://evil.example\r\n"))
                            .as(method + " " + asked + " by a foreign page")
                            .isEqualTo("403");
                }
            }
        }
        assertThat(status("GET", "/health", "Host: localhost\r\n")).isEqualTo("200");
    }
}
