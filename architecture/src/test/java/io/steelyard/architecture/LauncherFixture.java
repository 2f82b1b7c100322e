package io.steelyard.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A small repository with the real launcher, and a JDK and a Maven that are shell scripts: they note down how they
/// were
/// called and do what the launcher counts on. The search path holds them and the few tools that the launcher may use.
final class LauncherFixture {
    private static final List<String> TOOLS = List.of(
            "sh",
            "awk",
            "cat",
            "cp",
            "env",
            "find",
            "flock",
            "head",
            "id",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "stty",
            "tail",
            "touch");

    private static final String JAVA = """
            #!/bin/sh
            for argument in "$@"; do
              case $argument in
                -XX:AOTCacheOutput=*)
                  [ "${FAKE_TRAINING-}" = fail ] && exit 1
                  : >"${argument#*=}"
                  exit 0
                  ;;
              esac
            done
            echo "java:$0"
            echo "folder:$(pwd)"
            for argument in "$@"; do echo "argument:$argument"; done
            """;

    private static final String MAVEN = """
            #!/bin/sh
            case "$*" in
              *--version*) echo 'Apache Maven VERSION'; exit ;;
            esac
            echo "$*" >>"$FAKE_CALLS"
            case "${FAKE_BUILD-}" in
              slow) sleep 2 ;;
              fail)
                echo '[INFO] Building Steelyard cli 0.1.0 [1/1]'
                echo "[ERROR] A.java:[1,1] ';' expected"
                echo '[ERROR] Re-run Maven using the -X switch to enable full debug logging.'
                echo '[ERROR] [Help 1] http://example.org'
                exit 1
                ;;
            esac
            case "$*" in
              *package*)
                for module in cli benchmarks; do
                  mkdir -p $module/target/quick/next/lib
                  : >$module/target/quick/steelyard-$module-0.1.0.jar
                done
                ;;
              *verify*)
                mkdir -p stats/target/surefire-reports
                cp "$FAKE_REPORTS"/*.xml stats/target/surefire-reports
                exit "${FAKE_EXIT-0}"
                ;;
            esac
            """;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    record Ended(int exit, String out, String err) {}

    private LauncherFixture(Path folder) {
        this.folder = folder;
    }

    static LauncherFixture in(Path folder) throws IOException {
        var it = new LauncherFixture(folder);
        Path house = House.folder();
        for (String file : List.of("pom.xml", "cli/pom.xml", ".mvn/maven.config", "cli/src/main/java/A.java")) {
            Path copy = it.repository().resolve(file);
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, "");
            Files.setLastModifiedTime(copy, FileTime.from(Instant.EPOCH));
        }
        Files.createDirectories(it.repository().resolve(".ci"));
        Files.copy(house.resolve("steelyard"), it.repository().resolve("steelyard"));
        Files.writeString(it.repository().resolve(".ci/tools"), "# none\n");
        it.repository().resolve("steelyard").toFile().setExecutable(true);
        Files.createDirectories(folder.resolve("jdks"));
        it.maven("bin", "3.9.9");
        it.tools();
        it.environment("PATH", folder.resolve("bin/bin") + ":" + folder.resolve("tools"));
        it.environment("HOME", folder.resolve("my home").toString());
        it.environment("STEELYARD_JDK_FOLDERS", folder.resolve("none").toString() + ":" + folder.resolve("jdks"));
        it.environment("FAKE_CALLS", folder.resolve("calls").toString());
        it.environment("FAKE_REPORTS", folder.resolve("reports").toString());
        return it;
    }

    /// The small repository; there are spaces in its path.
    Path repository() {
        return folder.resolve("a repository");
    }

    /// Sets a variable of the environment of what is started later; an empty value counts as not set.
    void environment(String name, String value) {
        environment.put(name, value);
    }

    /// Lays down a JDK.
    Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve("jdks").resolve(name);
        script(jdk.resolve("bin/java"), JAVA);
        script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(
                jdk.resolve("release"), "IMPLEMENTOR=\"A\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Linux\"\n");
        return jdk;
    }

    /// Lays down a Maven; the one called `bin` is on the search path.
    Path maven(String name, String version) throws IOException {
        Path maven = folder.resolve(name);
        script(maven.resolve("bin/mvn"), MAVEN.replace("VERSION", version));
        return maven;
    }

    void removeMaven() throws IOException {
        Files.delete(folder.resolve("bin/bin/mvn"));
    }

    /// Lays down a test report that the next `verify` leaves behind.
    void report(String name, String xml) throws IOException {
        Path file = folder.resolve("reports").resolve("TEST-" + name + ".xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, xml);
    }

    /// Lays down a program on the search path.
    void program(String name, String text) throws IOException {
        script(folder.resolve("tools").resolve(name), text);
    }

    /// How Maven was called, one line a call.
    List<String> builds() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    void waitForBuilds(int count, Duration atMost) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(atMost);
        while (builds().size() < count) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("no build within " + atMost);
            }
            Thread.sleep(20);
        }
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(repository().resolve("steelyard").toString()));
        command.addAll(List.of(arguments));
        return runAs(command, folder);
    }

    /// Runs a command whose first word is a path from a folder.
    Ended runAs(List<String> command, Path from) throws IOException, InterruptedException {
        Process process = start(command, from);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return new Ended(exit, out, Files.readString(folder.resolve("err")));
    }

    Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(repository().resolve("steelyard").toString()));
        command.addAll(List.of(arguments));
        return start(command, folder);
    }

    private Process start(List<String> command, Path from) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(from.toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().clear();
        environment.forEach((name, value) -> {
            if (!value.isEmpty()) {
                builder.environment().put(name, value);
            }
        });
        return builder.start();
    }

    private void tools() throws IOException {
        for (String tool : TOOLS) {
            for (String place : List.of("/usr/bin/", "/bin/")) {
                if (Files.isExecutable(Path.of(place + tool))) {
                    program(tool, "#!/bin/sh\nexec " + place + tool + " \"$@\"\n");
                }
            }
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        file.toFile().setExecutable(true);
    }
}
