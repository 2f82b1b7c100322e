package io.steelyard.transforms;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A [TargetEncoding] that knows its numbers, for rows that it has not learned from: replaces the column by what the
/// target was in the training rows of the same category.
///
/// @param column the text or numeric column, which is replaced
/// @param categories the categories
/// @param outputs the new columns: one for a binary target and for a number, one a class for more classes
public record FittedTargetEncoding(String column, Categories categories, List<Output> outputs)
        implements FittedTransform {
    /// A column that comes of it.
    ///
    /// @param name its name
    /// @param values the number of each category, by its code
    /// @param missing the number of a missing value
    /// @param unseen the number of any other value: the target's mean
    public record Output(
            String name,
            List<Double> values,
            @JsonProperty(required = true) double missing,
            @JsonProperty(required = true) double unseen) {
        public Output {
            Stored.present("name", name);
            values = Doubles.copyOf(Stored.present("values", values));
        }

        double of(int code) {
            return code >= 0 ? Doubles.array(values)[code] : code == Coding.MISSING ? missing : unseen;
        }
    }

    public FittedTargetEncoding {
        Stored.present("column", column);
        Stored.present("categories", categories);
        outputs = List.copyOf(Stored.present("outputs", outputs));
        for (Output output : outputs) {
            if (output.values().size() != categories.size()) {
                throw new IllegalArgumentException("'" + column + "' has " + categories.size() + " categories, but "
                        + output.values().size() + " values for '" + output.name() + "'");
            }
        }
    }

    @Override
    public Batch transform(Batch rows) {
        Coding coding = Coding.of(rows, column, categories, Categories.of(List.of()));
        double[][] encoded = new double[outputs.size()][rows.rows()];
        Chunks.forEach(rows.rows(), (from, to) -> {
            for (int row = from; row < to; row++) {
                int code = coding.code(row);
                for (int i = 0; i < encoded.length; i++) {
                    encoded[i][row] = outputs.get(i).of(code);
                }
            }
        });
        List<Map.Entry<String, DoubleColumn>> columns = new ArrayList<>();
        for (int i = 0; i < encoded.length; i++) {
            columns.add(Map.entry(outputs.get(i).name(), new DoubleColumn(encoded[i])));
        }
        return Replaced.in(rows, column, columns);
    }
}
