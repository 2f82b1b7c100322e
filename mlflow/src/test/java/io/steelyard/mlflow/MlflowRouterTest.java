package io.steelyard.mlflow;

import static io.steelyard.mlflow.MlflowRoute.Method.DELETE;
import static io.steelyard.mlflow.MlflowRoute.Method.GET;
import static io.steelyard.mlflow.MlflowRoute.Method.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MlflowRouterTest {
    private static MlflowRoute route(MlflowRoute.Method method, String path) {
        return MlflowRoute.raw(method, path, request -> Map.of());
    }

    private final MlflowRoute search = route(POST, "/things/search");
    private final MlflowRoute one = route(GET, "/things/{id}");
    private final MlflowRoute tag = route(DELETE, "/things/{id}/tags/{key}");
    private final MlflowRoute pages = route(GET, "/pages").under(MlflowRoute.Mount.V2_PAGES);
    private final MlflowRouter router = MlflowRouter.of(List.of(search, one, tag, pages));

    @Test
    void bothPrefixesLeadToAnEndpoint() {
        for (String prefix : List.of("/api/2.0/mlflow", "/ajax-api/2.0/mlflow")) {
            assertThat(router.find("POST", prefix + "/things/search"))
                    .isEqualTo(new MlflowRouter.Found(search, prefix + "/things/search", Map.of()));
        }
        assertThat(router.find("GET", "/ajax-api/2.0/mlflow/pages")).isInstanceOf(MlflowRouter.Found.class);
        assertThat(router.find("GET", "/api/2.0/mlflow/pages")).isEqualTo(new MlflowRouter.Nothing());
    }

    @Test
    void variablesAreDecodedOnceAndNeverHoldASlash() {
        assertThat(router.find("DELETE", "/api/2.0/mlflow/things/m-1/tags/a%20b%2525+c"))
                .isEqualTo(new MlflowRouter.Found(
                        tag, "/api/2.0/mlflow/things/{id}/tags/{key}", Map.of("id", "m-1", "key", "a b%25+c")));
        assertThat(router.find("GET", "/api/2.0/mlflow/things/a%2Fb")).isEqualTo(new MlflowRouter.Nothing());
        assertThat(router.find("GET", "/api/2.0/mlflow/things/")).isEqualTo(new MlflowRouter.Nothing());
        assertThat(router.find("GET", "/api/2.0/mlflow/things/50%")).isInstanceOf(MlflowRouter.Found.class);
    }

    @Test
    void aKnownPathNamesItsMethods() {
        assertThat(router.find("PUT", "/api/2.0/mlflow/things/1"))
                .isEqualTo(new MlflowRouter.OtherMethods(Set.of("GET")));
        assertThat(router.find("GET", "/api/2.0/mlflow/things/search"))
                .isEqualTo(new MlflowRouter.OtherMethods(Set.of("POST")));
        assertThat(router.find("GET", "/api/2.0/mlflow/none")).isEqualTo(new MlflowRouter.Nothing());
    }

    @Test
    void twoEndpointsOfTheSameMethodAndPathAreRefused() {
        assertThatThrownBy(() -> MlflowRouter.of(List.of(one, route(GET, "/things/{id}"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are two endpoints GET /api/2.0/mlflow/things/{id}");
    }
}
