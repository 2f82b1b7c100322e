package io.steelyard.benchmarks.tracking;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One request, sent again and again by one client.
///
/// @param least how often at least; what is sent in a first fifth of the patience, at least once, is not counted
/// @param patience after how long no more are sent
record Repeated(int least, Duration patience) {
    /// Looks at an answer.
    @FunctionalInterface
    interface Check {
        /// @throws IOException where the answer is not the one that was asked for
        void check(byte[] answer) throws IOException;
    }

    /// Sends the request; looks at the first answer.
    ///
    /// @return how long each took, in milliseconds
    List<Double> ask(Contender contender, byte[] request, Check check) throws IOException {
        List<Double> millis = new ArrayList<>();
        try (Connection connection = Connection.open(contender.server().uri())) {
            long begin = System.nanoTime();
            check.check(connection.send(request));
            if (least == 1 && System.nanoTime() - begin > patience.toNanos()) {
                return List.of((System.nanoTime() - begin) / 1e6); // slow enough that no cold cache matters
            }
            while (System.nanoTime() - begin < patience.toNanos() / 5) {
                connection.send(request);
            }
            while (millis.size() < Pace.MOST_SEARCHES
                    && (millis.size() < least || System.nanoTime() - begin < patience.toNanos())) {
                long sent = System.nanoTime();
                connection.send(request);
                millis.add((System.nanoTime() - sent) / 1e6);
            }
        }
        return millis;
    }
}
