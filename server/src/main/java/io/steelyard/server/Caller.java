package io.steelyard.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Who makes the request that this thread answers, for the registry's log: what the header `X-Steelyard-Actor` says, else
/// the user that MLflow's clients send (`MLFLOW_TRACKING_USERNAME`, as HTTP Basic). Nobody checks it.
final class Caller {
    static final HeaderName ACTOR = HeaderNames.create("X-Steelyard-Actor");

    private static final ScopedValue<String> NAME = ScopedValue.newInstance();
    private static final String BASIC = "Basic ";
    private static final int GREATEST_LENGTH = 200;

    private Caller() {}

    /// @return who acts; empty: nobody knows
    static String name() {
        return NAME.orElse("");
    }

    /// Answers a request in the name of whoever makes it.
    static void answering(ServerRequest request, Runnable answer) {
        ScopedValue.where(NAME, nameOf(request)).run(answer);
    }

    private static String nameOf(ServerRequest request) {
        String name = request.headers()
                .value(ACTOR)
                .orElseGet(() -> request.headers()
                        .value(HeaderNames.AUTHORIZATION)
                        .map(Caller::basicUser)
                        .orElse(""))
                .strip();
        return name.length() <= GREATEST_LENGTH ? name : name.substring(0, GREATEST_LENGTH);
    }

    private static String basicUser(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return "";
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            return new String(decoded, StandardCharsets.UTF_8).split(":", 2)[0];
        } catch (IllegalArgumentException e) {
            // It is not what clients send, so it names nobody.
            return "";
        }
    }
}
