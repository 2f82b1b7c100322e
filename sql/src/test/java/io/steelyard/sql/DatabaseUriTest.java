package io.steelyard.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUriTest {
    @Test
    void threeSlashesAreRelativeAndFourAreAbsolute() {
        assertThat(DatabaseUri.parse("sqlite:///data/steelyard.db"))
                .isEqualTo(DatabaseUri.sqlite(Path.of("data/steelyard.db")));
        assertThat(DatabaseUri.parse("sqlite:////var/lib/steelyard.db"))
                .isEqualTo(DatabaseUri.sqlite(Path.of("/var/lib/steelyard.db")));
    }

    @Test
    void everyPartOfAServerIsRead() {
        assertThat(DatabaseUri.parse("postgresql+psycopg2://me:p%40ss+1@[::1]:5433/runs?sslmode=require&a=b%20c"))
                .isEqualTo(new DatabaseUri.Postgres(
                        "[::1]", 5433, "runs", "me", "p@ss+1", Map.of("sslmode", "require", "a", "b c")));
        assertThat(DatabaseUri.parse("postgres:///runs"))
                .isEqualTo(new DatabaseUri.Postgres("localhost", 5432, "runs", null, null, Map.of()));
    }

    @Test
    void aPasswordIsNeverShown() {
        assertThat(DatabaseUri.parse("postgresql://me:secret@db/runs")).hasToString("postgresql://db:5432/runs");
        assertThatThrownBy(() -> DatabaseUri.parse("postgresql://me:secret@db:port/runs"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "steelyard.db",
                "mysql://db/runs",
                "sqlite://",
                "sqlite:///",
                "sqlite:///:memory:",
                "sqlite:///a?b=c",
                "sqlite://a.db",
                "postgresql://db",
                "postgresql://db/",
                "postgresql://db:0/runs"
            })
    void otherTextsAreRefused(String uri) {
        assertThatThrownBy(() -> DatabaseUri.parse(uri)).isInstanceOf(IllegalArgumentException.class);
    }
}
