package io.steelyard.benchmarks.tracking;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A server in a process of its own, with the processes that it started.
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 2;

    private final Process process;
    private final URI uri;
    private final Duration startTime;

    private ServerProcess(Process process, URI uri, Duration startTime) {
        this.process = process;
        this.uri = uri;
        this.startTime = startTime;
    }

    /// Starts a server and waits until `/health` answers.
    ///
    /// @param command what starts it on a port
    /// @param log the file for what it prints
    static ServerProcess start(Command command, Path log) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        URI uri = URI.create("http://127.0.0.1:" + port);
        ProcessBuilder builder = new ProcessBuilder(command.on(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("MLFLOW_DISABLE_TELEMETRY", "true");
        long begin = System.nanoTime();
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endAll(process))); // the benchmark may be interrupted
        while (!answers(uri)) {
            Duration passed = Duration.ofNanos(System.nanoTime() - begin);
            if (!process.isAlive() || passed.compareTo(PATIENCE) > 0) {
                process.destroyForcibly();
                List<String> printed = Files.readAllLines(log);
                throw new IOException("the server does not answer; the end of what it printed:\n"
                        + String.join("\n", printed.subList(Math.max(0, printed.size() - 20), printed.size())));
            }
            Thread.sleep(POLL_MILLIS);
        }
        return new ServerProcess(process, uri, Duration.ofNanos(System.nanoTime() - begin));
    }

    /// How a server is started on a port.
    @FunctionalInterface
    interface Command {
        List<String> on(int port);
    }

    private static boolean answers(URI uri) {
        try (Connection connection = Connection.open(uri)) {
            byte[] body = connection.send(connection.request("GET", "/health", ""));
            return new String(body, StandardCharsets.UTF_8).strip().equals("OK");
        } catch (IOException e) {
            return false; // not yet
        }
    }

    URI uri() {
        return uri;
    }

    /// From the start of the process to the first answer of `/health`.
    Duration startTime() {
        return startTime;
    }

    /// The CPU time that its processes have used.
    Duration cpuTime() {
        return processes()
                .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// The resident memory of its processes, in bytes, summed: pages that they share count for each.
    long residentBytes() {
        return processes().mapToLong(p -> residentBytes(p.pid())).sum();
    }

    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    private static long residentBytes(long pid) {
        try {
            if (Files.isDirectory(Path.of("/proc/self"))) {
                return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                        .sum();
            }
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? 0 : Long.parseLong(text) * 1024;
        } catch (IOException e) {
            return 0; // the process has ended
        }
    }

    /// Stops the server as a user does, and what does not stop at once by force.
    @Override
    public void close() {
        List<ProcessHandle> all = processes().toList();
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static void endAll(Process process) {
        try (Stream<ProcessHandle> workers = process.descendants()) {
            workers.toList().forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
    }
}
