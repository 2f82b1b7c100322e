package io.steelyard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.architecture.LauncherFixture.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./steelyard test`: the tools it finds or installs, what it asks of Maven, and the sum in its last line.
class LauncherSumTest {
    private static final String TOOL = "rare-tool | rare-tool | apt:rare-package | the suite of rare things\n";

    @TempDir
    private Path folder;

    private LauncherFixture it;

    @BeforeEach
    void lay() throws IOException {
        it = LauncherFixture.in(folder);
        it.jdk("jdk-25", "25.0.3");
        it.report(
                "Good",
                "<?xml version=\"1.0\"?>\n<testsuite name=\"Good\" tests=\"3\" errors=\"0\" skipped=\"0\" failures=\"0\">\n</testsuite>");
    }

    @Test
    void theLastLineIsTheSumAndExitZeroMeansThatAllPassed() throws Exception {
        Ended ended = it.run("test");
        assertThat(ended.out().lines().toList()).endsWith("3 passed, 0 failed, 0 skipped");
        assertThat(ended.exit()).isEqualTo(0);
        assertThat(it.builds()).singleElement().asString().endsWith("-fae -Dmaven.test.failure.ignore=true verify");
    }

    @Test
    void failedErroneousAndSkippedTestsAreNamedAndCounted() throws Exception {
        it.report("Mixed", """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="a.Mixed" time="0.1" tests="6" errors="1" skipped="2" failures="2">
                  <properties>
                    <property name="tests" value="9"/>
                  </properties>
                  <testcase name="good" classname="a.Mixed" time="0"/>
                  <testcase name="wrong" classname="a.Mixed" time="0">
                    <failure message="1 &lt; 2" type="x"><![CDATA[<testsuite tests="99" errors="1" skipped="0" failures="7"> at a.b]]></failure>
                  </testcase>
                  <testcase name="empty" classname="a.Mixed" time="0">
                    <failure/>
                  </testcase>
                  <testcase name="broken" classname="a.Mixed" time="0">
                    <error type="x"/>
                    <system-out><![CDATA[ <failure > ]]></system-out>
                  </testcase>
                  <testcase name="later" classname="a.Mixed" time="0">
                    <skipped message="needs rare-tool"/>
                  </testcase>
                  <testcase name="never" classname="a.Mixed" time="0">
                    <skipped/>
                  </testcase>
                </testsuite>
                """);
        Ended ended = it.run("test");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out().lines())
                .containsExactlyInAnyOrder(
                        "failed: a.Mixed.wrong",
                        "failed: a.Mixed.empty",
                        "failed: a.Mixed.broken",
                        "skipped: a.Mixed.later: needs rare-tool",
                        "skipped: a.Mixed.never",
                        "4 passed, 3 failed, 2 skipped")
                .endsWith("4 passed, 3 failed, 2 skipped");
    }

    @Test
    void aFailedBuildIsAFailureAndTheSumIsStillPrinted() throws Exception {
        it.environment("FAKE_EXIT", "1");
        Ended ended = it.run("test");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).contains("the build failed");
        assertThat(ended.out().lines().toList()).endsWith("3 passed, 0 failed, 0 skipped");
    }

    @Test
    void aBuildThatTestsNothingHasASumToo() throws Exception {
        Files.delete(folder.resolve("reports/TEST-Good.xml"));
        assertThat(it.run("test").out()).isEqualTo("0 passed, 0 failed, 0 skipped\n");
    }

    @Test
    void reportsOfEarlierRunsDoNotCount() throws Exception {
        Path old = it.repository().resolve("data/target/surefire-reports/TEST-Old.xml");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "<testsuite tests=\"5\" errors=\"5\" skipped=\"0\" failures=\"0\">");
        assertThat(it.run("test").out()).isEqualTo("3 passed, 0 failed, 0 skipped\n");
    }

    @Test
    void whatStandsBehindTheDashesGoesToMaven() throws Exception {
        it.run("test", "--", "-pl", "stats", "-Dx=a b");
        assertThat(it.builds()).singleElement().asString().endsWith("verify -pl stats -Dx=a b");
        Ended ended = it.run("test", "-pl", "stats");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err().lines()).singleElement().asString().contains("'-pl'", "--");
    }

    @Test
    void aToolThatIsThereIsNamedToTheTests() throws Exception {
        Files.writeString(it.repository().resolve(".ci/tools"), "# comment\n\n" + TOOL);
        it.program("rare-tool", "#!/bin/sh\n");
        assertThat(it.run("test").exit()).isEqualTo(0);
        assertThat(it.builds())
                .singleElement()
                .asString()
                .endsWith("-Dsteelyard.tool.rare-tool=" + folder.resolve("tools/rare-tool"));
    }

    @Test
    void aMissingToolIsInstalledAfterTheListsWereBroughtUpToDate() throws Exception {
        Files.writeString(it.repository().resolve(".ci/tools"), TOOL);
        it.program("apt-get", """
                #!/bin/sh
                case "$*" in
                  update*) : >"$HOME.updated" ;;
                  *' rare-package')
                    [ -e "$HOME.updated" ] || exit 100
                    echo '#!/bin/sh' >"$TOOLS/rare-tool"
                    chmod +x "$TOOLS/rare-tool"
                    ;;
                esac
                """);
        it.program("sudo", "#!/bin/sh\nshift\nexec \"$@\"\n");
        it.program("chmod", "#!/bin/sh\nexec /bin/chmod \"$@\"\n");
        it.environment("TOOLS", folder.resolve("tools").toString());
        Ended ended = it.run("test");
        assertThat(ended.err()).isEmpty();
        assertThat(it.builds()).singleElement().asString().contains("-Dsteelyard.tool.rare-tool=");
    }

    @Test
    void aPythonToolHasAnEnvironmentOfItsOwnThatIsKeptWhileItsPackagesAreTheSame() throws Exception {
        it.program("python3", """
                #!/bin/sh
                mkdir -p "$3/bin"
                printf '#!/bin/sh\necho "$*" >>"$FAKE_CALLS.pip"\n' >"$3/bin/python"
                chmod +x "$3/bin/python"
                """);
        it.program("chmod", "#!/bin/sh\nexec /bin/chmod \"$@\"\n");
        Path tools = it.repository().resolve(".ci/tools");
        Path installed = folder.resolve("calls.pip");
        Files.writeString(tools, "rare-tool | python | pip:rare==1 also==2 | the suite of rare things\n");
        it.run("test");
        it.run("test");
        assertThat(installed).content().isEqualTo("-m pip install --quiet rare==1 also==2\n");
        assertThat(it.builds())
                .last()
                .asString()
                .endsWith("-Dsteelyard.tool.rare-tool="
                        + folder.resolve("my home/.cache/steelyard/rare-tool/bin/python"));
        Files.writeString(tools, "rare-tool | python | pip:rare==2 | the suite of rare things\n");
        it.run("test");
        assertThat(Files.readAllLines(installed)).hasSize(2).last().isEqualTo("-m pip install --quiet rare==2");
    }

    @Test
    void aToolThatCannotBeHadIsNamedAndOnlyItsTestsAreSkipped() throws Exception {
        Files.writeString(it.repository().resolve(".ci/tools"), TOOL);
        Ended ended = it.run("test");
        assertThat(ended.exit()).isEqualTo(0);
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .contains("rare-tool (for: the suite of rare things)");
        assertThat(it.builds()).singleElement().asString().doesNotContain("steelyard.tool");
    }

    @Test
    void inContinuousIntegrationAMissingToolIsAFailure() throws Exception {
        Files.writeString(it.repository().resolve(".ci/tools"), TOOL);
        it.environment("CI", "true");
        Ended ended = it.run("test");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).contains("with CI=true nothing may be skipped", "rare-tool");
        assertThat(ended.out()).endsWith("3 passed, 0 failed, 0 skipped\n");
    }
}
