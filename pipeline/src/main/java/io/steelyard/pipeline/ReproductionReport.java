package io.steelyard.pipeline;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a reproduction found. As JSON it is what `--json` prints.
///
/// @param runId the run that was to be reproduced
/// @param reproduced whether every level that was asked for was reached
/// @param repetitionRunId the run that repeated it; null where the inputs alone were asked for, or differed
/// @param asked the levels that were asked for
/// @param levels every level with what was found
/// @param inputs every input, those that differ and those that do not
/// @param firstDifference the first input that differs, else the first level that was missed; null where nothing differs
/// @param surroundings what stood around the run and stands differently now; that alone fails no level
/// @param metrics the test rows' metrics of both; empty where nothing was repeated
/// @param notes what else a reader should know, in sentences
/// @param verdict where the in-toto statement stands among the run's artifacts
public record ReproductionReport(
        String runId,
        boolean reproduced,
        @Nullable String repetitionRunId,
        List<ReproductionLevel> asked,
        List<LevelLine> levels,
        List<InputLine> inputs,
        @Nullable String firstDifference,
        List<Difference> surroundings,
        List<MetricLine> metrics,
        List<String> notes,
        String verdict) {
    public ReproductionReport {
        asked = List.copyOf(asked);
        levels = List.copyOf(levels);
        inputs = List.copyOf(inputs);
        surroundings = List.copyOf(surroundings);
        metrics = List.copyOf(metrics);
        notes = List.copyOf(notes);
    }

    /// How a level stands.
    public enum State {
        /// All is equal.
        REACHED,
        /// Something differs.
        MISSED,
        /// It was not looked at.
        NOT_CHECKED
    }

    /// A level and what was found.
    ///
    /// @param level the level
    /// @param state how it stands
    /// @param detail what was compared, or what differs, in a few words
    public record LevelLine(ReproductionLevel level, State state, String detail) {}

    /// An input of the run and what stands there now.
    ///
    /// @param what the setting or file, for example `seed` or `data.tables.flights`
    /// @param path the file; null for a setting
    /// @param wanted the value or SHA-256 that the run had
    /// @param found the value or SHA-256 of now; null where there is none
    /// @param same whether it counts as the same
    public record InputLine(
            String what,
            @Nullable String path,
            String wanted,
            @Nullable String found,
            boolean same) {
        String spelled() {
            return what + (path == null ? "" : " (" + path + ")") + ": the run had " + wanted + ", now it is "
                    + (found == null ? "absent" : found);
        }
    }

    /// Something that is not as it was.
    ///
    /// @param what what it is, for example `java.version` or `library duckdb_jdbc`
    /// @param recorded what it was
    /// @param found what it is now
    public record Difference(String what, String recorded, String found) {
        String spelled() {
            return what + " was " + recorded + ", is " + found;
        }
    }

    /// A metric of the run and of its repetition.
    ///
    /// @param name its name
    /// @param recorded the run's value; null where it had none
    /// @param found the repetition's value; null where it has none
    /// @param tolerance how far they may lie apart
    /// @param same whether they count as equal
    public record MetricLine(
            String name,
            @Nullable Double recorded,
            @Nullable Double found,
            double tolerance,
            boolean same) {}

    /// How a level stands.
    ///
    /// @param level the level
    /// @return its line; empty where the report has none
    public Optional<LevelLine> level(ReproductionLevel level) {
        return levels.stream().filter(line -> line.level() == level).findFirst();
    }
}
