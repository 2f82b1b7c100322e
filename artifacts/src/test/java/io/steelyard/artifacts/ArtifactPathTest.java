package io.steelyard.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The refused texts are those of MLflow's path traversal reports (CVE-2023-1177 and the later ones) and their encoded
/// forms.
class ArtifactPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "a/",
                "a//b",
                ".",
                "..",
                "../a",
                "a/../b",
                "a/./b",
                "a/..",
                "..\\a",
                "a\\..\\b",
                "C:/a",
                "c:a",
                "%2e%2e/a",
                "%2E%2e/a",
                "a/%2e%2e%2fb",
                "%252e%252e/a",
                "%25252e%25252e/a",
                "%2fetc/passwd",
                "a%2f%2fb",
                "%5c..%5ca",
                "a%00b",
                "a\u0000b",
                "a\nb",
                "//proc/self/root",
                ".incoming/x",
                "%2eincoming/x"
            })
    void pathsThatCouldLeadOutAreRefused(String path) {
        assertThatExceptionOfType(ArtifactException.class)
                .isThrownBy(() -> new ArtifactPath(path))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ArtifactException.Kind.INVALID))
                .withMessageContaining("'" + path + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a/b/c.txt",
                "model/MLmodel",
                "..a",
                "a..b",
                "...",
                "100%.txt",
                "a%20b",
                "a b",
                "naïve/模型😀",
                "a#b?c;d",
                ".hidden"
            })
    void namesStayNames(String path) {
        assertThat(new ArtifactPath(path).value()).isEqualTo(path);
    }
}
