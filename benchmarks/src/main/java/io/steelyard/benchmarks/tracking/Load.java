package io.steelyard.benchmarks.tracking;

import io.steelyard.benchmarks.report.Latencies;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Clients that each send one request after the other, for a while, and check every answer's status.
///
/// @param clients how many, each on a connection of its own
/// @param duration how long
/// @param warmUp how long before that they send without being measured
record Load(int clients, Duration duration, Duration warmUp) {
    /// Writes the next request of a client.
    @FunctionalInterface
    interface Requests {
        /// @param client the client's number, from 0
        /// @param number the request's number in this client, from 0
        byte[] next(Connection connection, int client, int number);
    }

    /// What a load did.
    ///
    /// @param perSecond requests answered a second
    /// @param latencies how long they took
    /// @param serverCpu CPU time of the server's processes for one request
    /// @param generatorCpu CPU time of this process for one request
    record Result(double perSecond, Latencies latencies, Duration serverCpu, Duration generatorCpu) {}

    Result run(ServerProcess server, Requests requests) throws IOException, InterruptedException {
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + duration.toNanos();
        List<long[]> taken = new ArrayList<>();
        Duration serverBefore;
        Duration generatorBefore;
        Duration serverAfter;
        Duration generatorAfter;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<long[]>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                running.add(threads.submit(() -> client(server, requests, number, begin, end)));
            }
            sleepUntil(begin);
            serverBefore = server.cpuTime();
            generatorBefore = ownCpuTime();
            sleepUntil(end);
            serverAfter = server.cpuTime();
            generatorAfter = ownCpuTime();
            for (Future<long[]> each : running) {
                taken.add(each.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause() == null ? e : e.getCause());
        }
        long[] all = taken.stream().flatMapToLong(Arrays::stream).toArray();
        Latencies latencies = Latencies.of(all);
        return new Result(
                all.length / (duration.toNanos() / 1e9),
                latencies,
                serverAfter.minus(serverBefore).dividedBy(all.length),
                generatorAfter.minus(generatorBefore).dividedBy(all.length));
    }

    /// The latencies of the requests that were answered between the two times.
    private static long[] client(ServerProcess server, Requests requests, int client, long begin, long end)
            throws IOException {
        long[] nanos = new long[1024];
        int count = 0;
        try (Connection connection = Connection.open(server.uri())) {
            long now = System.nanoTime();
            for (int number = 0; now < end; number++) {
                byte[] request = requests.next(connection, client, number);
                long sent = System.nanoTime();
                connection.send(request);
                now = System.nanoTime();
                if (now >= begin && now < end) {
                    if (count == nanos.length) {
                        nanos = Arrays.copyOf(nanos, count * 2);
                    }
                    nanos[count++] = now - sent;
                }
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    private static void sleepUntil(long time) throws InterruptedException {
        long left = time - System.nanoTime();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }

    private static Duration ownCpuTime() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean own
                ? Duration.ofNanos(own.getProcessCpuTime())
                : Duration.ZERO;
    }
}
