package io.steelyard.transforms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import io.steelyard.data.DoubleColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An [OrdinalEncoding] that knows its categories.
public final class FittedOrdinal implements FittedTransform {
    private final String column;
    private final List<String> categories;
    private final OrdinalEncoding.Unseen unseen;
    private final Map<String, Double> codes = new HashMap<>();

    /// A fitted encoding.
    ///
    /// @param column the text column, which is replaced
    /// @param categories the categories in the order of their numbers
    /// @param unseen what becomes of other text
    @JsonCreator
    public FittedOrdinal(String column, List<String> categories, OrdinalEncoding.Unseen unseen) {
        this.column = column;
        this.categories = List.copyOf(categories);
        this.unseen = unseen;
        for (int code = 0; code < this.categories.size(); code++) {
            codes.put(this.categories.get(code), (double) code);
        }
    }

    /// The column that is replaced.
    ///
    /// @return its name
    @JsonProperty
    public String column() {
        return column;
    }

    /// The categories in the order of their numbers.
    ///
    /// @return an immutable list
    @JsonProperty
    public List<String> categories() {
        return categories;
    }

    /// What becomes of other text.
    ///
    /// @return the policy
    @JsonProperty
    public OrdinalEncoding.Unseen unseen() {
        return unseen;
    }

    @Override
    public Batch transform(Batch rows) {
        @Nullable String[] values = rows.strings(column).values();
        double[] encoded = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            encoded[row] = code(values[row]);
        }
        return rows.with(column, new DoubleColumn(encoded));
    }

    private double code(@Nullable String value) {
        if (value == null) {
            return Double.NaN;
        }
        Double code = codes.get(value);
        if (code != null) {
            return code;
        }
        return switch (unseen) {
            case MISSING -> Double.NaN;
            case ERROR ->
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "column '" + column + "' has the value '" + value + "', which the training rows did not have");
        };
    }
}
