package io.steelyard.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.steelyard.transforms.ColumnSelection;
import io.steelyard.transforms.CycleEncoding;
import io.steelyard.transforms.DateParts;
import io.steelyard.transforms.EachColumn;
import io.steelyard.transforms.Grouping;
import io.steelyard.transforms.Imputation;
import io.steelyard.transforms.MinMaxScaling;
import io.steelyard.transforms.MissingIndicator;
import io.steelyard.transforms.NumericBinning;
import io.steelyard.transforms.OneHotEncoding;
import io.steelyard.transforms.OrdinalEncoding;
import io.steelyard.transforms.QuantileTransform;
import io.steelyard.transforms.RobustScaling;
import io.steelyard.transforms.SelectColumns;
import io.steelyard.transforms.StandardScaling;
import io.steelyard.transforms.TargetEncoding;
import io.steelyard.transforms.Transform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every transform can be asked for in a pipeline file.
class TransformSpecTest {
    private static final Path FLIGHTS =
            Path.of(System.getProperty("house.dir"), "examples", "flights", "pipeline.yaml");
    private static final String FIRST = "  - {kind: ordinal, column: carrier}\n";

    @TempDir
    private Path folder;

    record Spelled(String yaml, Transform transform) {}

    static Stream<Spelled> kinds() {
        return Stream.of(
                new Spelled("kind: ordinal, column: x", new OrdinalEncoding("x", OrdinalEncoding.Unseen.MISSING)),
                new Spelled(
                        "kind: ordinal, column: x, unseen_value: -1, missing_value: -2, max_categories: 9",
                        new OrdinalEncoding("x", OrdinalEncoding.Unseen.VALUE, -1, -2, Grouping.mostCategories(9))),
                new Spelled("kind: one_hot, column: x", new OneHotEncoding("x", OneHotEncoding.Unseen.ZEROS)),
                new Spelled(
                        "kind: one_hot, column: x, unseen: infrequent, missing: category, min_frequency: 0.1",
                        new OneHotEncoding(
                                "x",
                                OneHotEncoding.Unseen.INFREQUENT,
                                OneHotEncoding.Missing.CATEGORY,
                                Grouping.leastShare(0.1))),
                new Spelled("kind: target, column: x", new TargetEncoding("x", 42)),
                new Spelled(
                        "kind: target, column: x, smooth: 10, folds: 3, seed: 7",
                        new TargetEncoding("x", new TargetEncoding.Smoothing.Rows(10), 3, 7)),
                new Spelled(
                        "kind: binning, column: x, bins: 4, strategy: uniform, missing: last_bin",
                        new NumericBinning("x", 4, NumericBinning.Strategy.UNIFORM, NumericBinning.Missing.LAST_BIN)),
                new Spelled("kind: standard_scaling, column: x", new StandardScaling("x")),
                new Spelled(
                        "kind: min_max_scaling, column: x, least: -1, outside: clip",
                        new MinMaxScaling("x", -1, 1, MinMaxScaling.Outside.CLIP)),
                new Spelled("kind: robust_scaling, column: x, low: 0.1", new RobustScaling("x", 0.1, 0.75)),
                new Spelled(
                        "kind: quantile, column: x, output: normal",
                        new QuantileTransform("x", 1000, QuantileTransform.Output.NORMAL)),
                new Spelled("kind: cycle, column: x, period: 24", new CycleEncoding("x", 24)),
                new Spelled(
                        "kind: imputation, column: x, strategy: most_frequent",
                        new Imputation("x", Imputation.Learned.MOST_FREQUENT)),
                new Spelled(
                        "kind: imputation, column: x, strategy: constant, value: 3",
                        new Imputation("x", new Imputation.NumberValue(3))),
                new Spelled(
                        "kind: imputation, column: x, strategy: constant, value: none",
                        new Imputation("x", new Imputation.TextValue("none"))),
                new Spelled("kind: missing_indicator, column: x", new MissingIndicator("x")),
                new Spelled(
                        "kind: date_parts, column: x, parts: [hour, day_of_week]",
                        new DateParts("x", List.of(DateParts.Part.HOUR, DateParts.Part.DAY_OF_WEEK), ZoneOffset.UTC)),
                new Spelled(
                        "kind: date_parts, column: x, parts: [hour], zone: America/New_York",
                        new DateParts("x", List.of(DateParts.Part.HOUR), ZoneId.of("America/New_York"))),
                new Spelled("kind: select, columns: [x, y]", new SelectColumns(List.of("x", "y"))),
                new Spelled(
                        "kind: select, columns: {type: number, except: [x]}",
                        new SelectColumns(ColumnSelection.numbers().except("x"))),
                new Spelled(
                        "kind: drop, columns: {matching: 'delay_.*'}",
                        new SelectColumns(ColumnSelection.all().except(ColumnSelection.matching("delay_.*")))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindIsItsTransform(Spelled spelled) throws IOException {
        assertThat(first(spelled.yaml())).isEqualTo(spelled.transform());
    }

    @Test
    void everyKindIsTested() {
        JsonSubTypes kinds = Objects.requireNonNull(TransformSpec.class.getAnnotation(JsonSubTypes.class));
        assertThat(Arrays.stream(kinds.value()).map(JsonSubTypes.Type::name))
                .allMatch(name -> kinds().anyMatch(spelled -> spelled.yaml().startsWith("kind: " + name + ",")));
    }

    @Test
    void aStepMayBeForManyColumns() throws IOException {
        assertThat(first("kind: standard_scaling, columns: {type: number, except: [x]}"))
                .isInstanceOfSatisfying(EachColumn.class, each -> {
                    assertThat(each.columns())
                            .isEqualTo(ColumnSelection.numbers().except("x"));
                    assertThat(each.step().apply("y")).isEqualTo(new StandardScaling("y"));
                });
        assertThat(first("kind: one_hot, columns: [x, y]"))
                .isInstanceOfSatisfying(
                        EachColumn.class,
                        each -> assertThat(each.columns()).isEqualTo(ColumnSelection.named("x", "y")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "kind: onehot, column: x | unknown kind 'onehot' in 'transforms.0'; the nearest is 'one_hot'",
                "column: x | 'transforms.0': the key 'kind' is missing; known are ordinal, one_hot",
                "kind: one_hot, colum: x | unknown key 'transforms.0.colum'; the nearest is 'column'",
                "kind: select, columns: {tpye: number} | unknown key 'transforms.0.columns.tpye'; the nearest is 'type'",
                "kind: one_hot | one of the keys 'column' and 'columns' is needed",
                "kind: one_hot, column: x, columns: [y] | one of the keys 'column' and 'columns' is needed",
                "kind: binning, column: x, bins: 0, strategy: uniform | 'x' needs at least 1 bin, not 0",
                "kind: binning, column: x, strategy: uniform | the key 'bins' is missing",
                "kind: binning, column: x, bins: 3, strategy: kmeans | kmeans",
                "kind: imputation, column: x, strategy: constant | 'strategy: constant' and 'value' go together",
                "kind: ordinal, column: x, unseen: value | 'unseen: value' and 'unseen_value' go together",
                "kind: one_hot, column: x, min_frequency: 2.5 | 'min_frequency' is a whole number of rows",
                "kind: target, column: x, folds: 1 | 2 or more folds, not 1",
                "kind: cycle, column: x, period: 0 | the period of 'x' must be above 0, not 0.0",
                "kind: min_max_scaling, column: x, least: 2 | the first must be below the second",
                "kind: select, columns: {matching: '('} | '(' is not a regular expression",
                "kind: select, columns: {} | a map with one of 'names', 'matching' and 'type'",
                "kind: date_parts, column: x, parts: [] | 'parts' needs at least one entry"
            })
    void whatCannotBeIsNamedWithItsPlace(String yaml, String message) {
        assertThatThrownBy(() -> first(yaml))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("line ")
                .hasMessageContaining(message);
    }

    private Transform first(String yaml) throws IOException {
        String flights = Files.readString(FLIGHTS);
        assertThat(flights).contains(FIRST);
        Path file = Files.writeString(folder.resolve("pipeline.yaml"), flights.replace(FIRST, "  - {" + yaml + "}\n"));
        return PipelineFile.read(file, Map.of()).spec().transforms().getFirst().transform(42);
    }
}
