package io.steelyard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.architecture.LauncherFixture.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The launcher `./steelyard`, with a JDK and a Maven that only note down how they were called.
class LauncherTest {
    @TempDir
    private Path folder;

    private LauncherFixture it;

    @BeforeEach
    void lay() throws IOException {
        it = LauncherFixture.in(folder);
    }

    @Test
    void withoutAJdkItSaysInOneLineWhatToDo() throws Exception {
        it.jdk("jdk-24", "24.0.1");
        Ended ended = it.run("--version");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .contains("no JDK 25", "JAVA_HOME", "https://adoptium.net");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void aRuntimeWithoutCompilerIsNoJdk() throws Exception {
        Path jdk = it.jdk("jre-25", "25.0.1");
        Files.delete(jdk.resolve("bin/javac"));
        assertThat(it.run("--version").exit()).isEqualTo(2);
    }

    @Test
    void javaHomeComesFirstAndElseTheVersionNearestTo25() throws Exception {
        it.jdk("jdk-27", "27");
        it.jdk("jdk-25", "25.0.3");
        Path own = it.jdk("jdk-26", "26-ea");
        assertThat(it.run("x").out()).contains("jdk-25");
        it.environment("JAVA_HOME", own.toString());
        assertThat(it.run("x").out()).contains("jdk-26");
        it.environment("JAVA_HOME", it.jdk("jdk-21", "21.0.2").toString());
        assertThat(it.run("x").out()).contains("jdk-25");
    }

    @Test
    void withoutMavenItSaysInOneLineWhatToDo() throws Exception {
        it.jdk("jdk-25", "25.0.3");
        it.removeMaven();
        Ended ended = it.run("--version");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err().lines()).singleElement().asString().contains("Maven 3.8", "found none", "MAVEN_HOME");
    }

    @Test
    void anOldMavenIsNamedAndMavenHomeComesFirst() throws Exception {
        it.jdk("jdk-25", "25.0.3");
        Path newer = it.maven("newer", "4.0.0");
        it.maven("bin", "3.6.3");
        Ended ended = it.run("--version");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("found 3.6 in");
        it.environment("MAVEN_HOME", newer.toString());
        assertThat(it.run("--version").exit()).isEqualTo(0);
    }

    @Test
    void buildsOnceAndAgainWhenASourceIsNewer() throws Exception {
        it.jdk("jdk-25", "25.0.3");
        Ended first = it.run("some", "argu ment", "");
        assertThat(first.exit()).isEqualTo(0);
        assertThat(first.err().lines()).singleElement().asString().contains("building", "build.log");
        assertThat(first.out().lines()).containsSequence("argument:some", "argument:argu ment", "argument:");
        assertThat(it.builds())
                .singleElement()
                .asString()
                .contains("-pl cli -am -Dquick", "-Dmaven.test.skip=true package");

        assertThat(it.run("some").err()).isEmpty();
        assertThat(it.builds()).hasSize(1);

        for (String changed : List.of("cli/src/main/java/A.java", "cli/pom.xml", "pom.xml", ".mvn/maven.config")) {
            int before = it.builds().size();
            Files.setLastModifiedTime(
                    it.repository().resolve(changed),
                    FileTime.from(Instant.now().plusSeconds(1)));
            assertThat(it.run("some").exit()).isEqualTo(0);
            assertThat(it.builds()).as("after a change of " + changed).hasSizeGreaterThan(before);
            Files.setLastModifiedTime(it.repository().resolve(changed), FileTime.from(Instant.EPOCH));
        }
    }

    @Test
    void benchBuildsTheApplicationAndStartsTheBenchmarks() throws Exception {
        it.jdk("jdk-25", "25.0.3");
        for (int i = 0; i < 2; i++) {
            Ended ended = it.run("bench", "tracking", "--quick");
            assertThat(ended.exit()).isEqualTo(0);
            assertThat(ended.out().lines())
                    .contains("argument:-Dsteelyard.home=" + it.repository().toRealPath(), "argument:-jar")
                    .containsSequence("argument:tracking", "argument:--quick")
                    .anyMatch(line -> line.endsWith("benchmarks/target/quick/app/lib/steelyard-benchmarks.jar"));
        }
        assertThat(it.builds())
                .satisfiesExactly(
                        build -> assertThat(build).contains("-pl cli -am"),
                        build -> assertThat(build).contains("-pl benchmarks -am"));
    }

    @Test
    void aDeletedSourceIsAChange() throws Exception {
        it.jdk("jdk-25", "25.0.3");
        it.run("x");
        Files.delete(it.repository().resolve("cli/src/main/java/A.java"));
        it.run("x");
        assertThat(it.builds()).hasSize(2);
    }

    @Test
    void worksFromAnyFolderAndThroughLinks() throws Exception {
        it.jdk("jdk-25", "25.0.3");
        Path links = folder.resolve("links of mine");
        Files.createSymbolicLink(
                Files.createDirectories(links.resolve("deep")).resolve("direct"),
                it.repository().resolve("steelyard"));
        Files.createSymbolicLink(links.resolve("over"), Path.of("deep/direct"));
        Ended ended = it.runAs(List.of("../links of mine/over", "x"), links);
        assertThat(ended.err()).doesNotContain("cannot");
        assertThat(ended.out()).contains("-Dsteelyard.home=" + it.repository().toRealPath());
        assertThat(ended.out()).contains("folder:" + links.toRealPath());
    }

    @Test
    void aFailedBuildShowsTheReasonAndTheLog() throws Exception {
        it.jdk("jdk-25", "25.0.3");
        it.environment("FAKE_BUILD", "fail");
        Ended ended = it.run("x");
        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.err()).contains("A.java:[1,1] ';' expected").doesNotContain("Re-run Maven", "Help 1");
        assertThat(ended.err())
                .endsWith("the build failed; the log: " + it.repository().toRealPath() + "/target/build.log\n");
        assertThat(ended.out()).isEmpty();
        it.environment("FAKE_BUILD", "");
        assertThat(it.run("x").exit()).isEqualTo(0);
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        it.jdk("jdk-25", "25.0.3");
        it.environment("FAKE_BUILD", "slow");
        Process one = it.start("x");
        Process two = it.start("x");
        assertThat(one.waitFor()).isEqualTo(0);
        assertThat(two.waitFor()).isEqualTo(0);
        assertThat(it.builds()).hasSize(1);
    }

    @Test
    void anInterruptedBuildDoesNotCount() throws Exception {
        it.jdk("jdk-25", "25.0.3");
        it.environment("FAKE_BUILD", "slow");
        Process first = it.start("x");
        it.waitForBuilds(1, Duration.ofSeconds(20));
        first.destroy();
        assertThat(first.waitFor()).isEqualTo(143);
        it.environment("FAKE_BUILD", "");
        assertThat(it.run("x").exit()).isEqualTo(0);
        assertThat(it.builds()).hasSize(2);
    }

    @Test
    void aBuildWithoutCacheIsStillABuild() throws Exception {
        it.jdk("jdk-25", "25.0.3");
        it.environment("FAKE_TRAINING", "fail");
        assertThat(it.run("x").exit()).isEqualTo(0);
        assertThat(it.run("x").exit()).isEqualTo(0);
        assertThat(it.builds()).hasSize(1);
    }

    @Test
    @EnabledIfSystemProperty(named = "steelyard.tool.shellcheck", matches = ".+", disabledReason = "needs shellcheck")
    void shellcheckFindsNothing() throws Exception {
        Process check = new ProcessBuilder(
                        System.getProperty("steelyard.tool.shellcheck"),
                        House.folder().resolve("steelyard").toString(),
                        House.folder().resolve(".ci/run").toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
    }
}
