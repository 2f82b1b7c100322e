package io.steelyard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The Java in guides is that of tests and examples, which the build compiles and runs.
class GuidesTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theJavaOfGuidesIsRunByTheBuild() throws IOException {
        List<String> sources = sources();
        List<String> notRun = new ArrayList<>();
        int blocks = 0;
        for (Path guide : guides()) {
            for (String block : blocks(Files.readString(guide))) {
                blocks++;
                if (sources.stream().noneMatch(source -> source.contains(squeezed(block)))) {
                    notRun.add(House.folder().relativize(guide) + ":\n" + block);
                }
            }
        }
        assertThat(blocks).isPositive();
        assertThat(notRun)
                .as("copy the block from a test or an example that does what the guide says")
                .isEmpty();
    }

    private static List<Path> guides() throws IOException {
        try (Stream<Path> docs = Files.list(House.folder().resolve("docs"))) {
            return Stream.concat(Stream.of(House.folder().resolve("README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> blocks(String guide) {
        return BLOCK.matcher(guide).results().map(found -> found.group(1)).toList();
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> all = Files.walk(House.folder())) {
            List<String> sources = new ArrayList<>();
            for (Path file : all.filter(GuidesTest::isRun).toList()) {
                sources.add(squeezed(Files.readString(file)));
            }
            return sources;
        }
    }

    private static boolean isRun(Path file) {
        String name = House.folder().relativize(file).toString();
        return name.endsWith(".java") && (name.contains("/src/test/java/") || name.startsWith("examples/"));
    }

    private static String squeezed(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
