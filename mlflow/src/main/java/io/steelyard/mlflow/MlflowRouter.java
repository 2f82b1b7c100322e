package io.steelyard.mlflow;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the endpoint of a request. Safe for any number of threads.
public final class MlflowRouter {
    /// What stands at a path.
    public sealed interface Match {}

    /// An endpoint.
    ///
    /// @param route the endpoint
    /// @param template its path as it is mounted, for example `/api/2.0/mlflow/logged-models/{model_id}`
    /// @param variables the values of the template's `{name}`, decoded
    public record Found(MlflowRoute route, String template, Map<String, String> variables) implements Match {
        public Found {
            variables = Map.copyOf(variables);
        }
    }

    /// Endpoints of other methods: a status 405, whose body is no JSON.
    ///
    /// @param allowed the methods that there are
    public record OtherMethods(Set<String> allowed) implements Match {
        public OtherMethods {
            allowed = new TreeSet<>(allowed);
        }
    }

    /// Nothing: a status 404, whose body is no JSON. Clients take a JSON one for a missing resource.
    public record Nothing() implements Match {}

    /// The endpoints of one template, by method.
    private record Place(String template, List<String> parts, Map<MlflowRoute.Method, MlflowRoute> routes) {}

    private final Map<String, Place> plain = new HashMap<>();
    private final List<Place> withVariables = new ArrayList<>();

    private MlflowRouter() {}

    /// Makes a router.
    ///
    /// @param routes the endpoints
    /// @return the router
    /// @throws IllegalArgumentException where two have the same method and path
    public static MlflowRouter of(List<MlflowRoute> routes) {
        MlflowRouter router = new MlflowRouter();
        Map<String, Place> places = new HashMap<>();
        for (MlflowRoute route : routes) {
            for (String template : route.paths()) {
                Place place = places.computeIfAbsent(
                        template, t -> new Place(t, parts(t), new EnumMap<>(MlflowRoute.Method.class)));
                if (place.routes.put(route.method(), route) != null) {
                    throw new IllegalArgumentException("there are two endpoints " + route.method() + " " + template);
                }
            }
        }
        for (Place place : places.values()) {
            if (place.template.indexOf('{') < 0) {
                router.plain.put(place.template, place);
            } else {
                router.withVariables.add(place);
            }
        }
        return router;
    }

    /// Finds what stands at a path.
    ///
    /// @param method the HTTP method, for example `GET`
    /// @param rawPath the path, as it was sent
    /// @return what stands there; a path without variables goes before one with
    public Match find(String method, String rawPath) {
        Place place = plain.get(rawPath);
        if (place != null) {
            return match(place, method, Map.of());
        }
        List<String> parts = parts(rawPath);
        for (Place candidate : withVariables) {
            Map<String, String> variables = variables(candidate.parts, parts);
            if (variables != null) {
                return match(candidate, method, variables);
            }
        }
        return new Nothing();
    }

    private static Match match(Place place, String method, Map<String, String> variables) {
        for (Map.Entry<MlflowRoute.Method, MlflowRoute> entry : place.routes.entrySet()) {
            if (entry.getKey().name().equals(method)) {
                return new Found(entry.getValue(), place.template, variables);
            }
        }
        Set<String> allowed = new TreeSet<>();
        place.routes.keySet().forEach(m -> allowed.add(m.name()));
        return new OtherMethods(allowed);
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/", -1));
    }

    private static @Nullable Map<String, String> variables(List<String> template, List<String> parts) {
        if (template.size() != parts.size()) {
            return null;
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String wanted = template.get(i);
            String part = parts.get(i);
            if (wanted.startsWith("{")) {
                String value = decoded(part);
                if (value.isEmpty() || value.indexOf('/') >= 0) {
                    return null;
                }
                variables.put(wanted.substring(1, wanted.length() - 1), value);
            } else if (!wanted.equals(part)) {
                return null;
            }
        }
        return variables;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A stray % encodes nothing: it stands for itself.
            return part;
        }
    }
}
