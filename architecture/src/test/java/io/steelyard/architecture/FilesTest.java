package io.steelyard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Rules about the text of the repository's files.
class FilesTest {
    private static final int LONGEST_CLASS = 400;
    private static final long LARGEST_TEXT = 2_000_000;

    /// Package registries, which one serves a build is the user's setting. Written with a slash for each dot, because
    /// this
    /// file is looked at too.
    private static final List<String> REGISTRIES = Stream.of(
                    "repo/maven/apache",
                    "repo1/maven",
                    "oss/sonatype",
                    "central/sonatype",
                    "pypi/org",
                    "pythonhosted/org",
                    "registry/npmjs",
                    "registry/yarnpkg",
                    "crates/io",
                    "rubygems/org",
                    "conda/anaconda",
                    "proxy/golang",
                    "registry-1/docker")
            .map(name -> name.replace('/', '.'))
            .toList();

    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", "node_modules", ".venv", "__pycache__", ".idea", ".vscode", "steelyard-data");

    private static final List<TextFile> FILES = new ArrayList<>();

    private record TextFile(String name, List<String> lines) {}

    @BeforeAll
    static void read() throws IOException {
        Files.walkFileTree(House.folder(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && attributes.size() < LARGEST_TEXT) {
                    try {
                        FILES.add(new TextFile(House.folder().relativize(file).toString(), Files.readAllLines(file)));
                    } catch (CharacterCodingException e) {
                        // no text
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void theWholeRepositoryIsLookedAt() {
        assertThat(FILES).extracting(TextFile::name).contains("pom.xml", "steelyard", ".ci/run");
    }

    @Test
    void noFileNamesAPackageRegistry() {
        List<String> found = new ArrayList<>();
        for (TextFile file : FILES) {
            for (int i = 0; i < file.lines().size(); i++) {
                String line = file.lines().get(i);
                if (REGISTRIES.stream().anyMatch(line::contains)) {
                    found.add(file.name() + ":" + (i + 1) + ": " + line.strip());
                }
            }
        }
        assertThat(found).as("addresses of package registries").isEmpty();
    }

    @Test
    void noClassIsLong() {
        List<String> found = FILES.stream()
                .filter(f -> f.name().endsWith(".java") && f.lines().size() > LONGEST_CLASS)
                .map(f -> f.name() + ": " + f.lines().size() + " lines")
                .toList();
        assertThat(found)
                .as("Java files of more than " + LONGEST_CLASS + " lines, usually two nouns in one")
                .isEmpty();
    }
}
