package io.steelyard.batch;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.LongColumn;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.models.ClassPrediction;
import io.steelyard.models.Signature;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which columns a model's scores become.
sealed interface AnswerForm {
    static AnswerForm of(Signature signature) {
        return switch (signature.task()) {
            case BINARY_CLASSIFICATION -> new Binary();
            case MULTICLASS_CLASSIFICATION -> new Multiclass(signature.classes());
            case REGRESSION -> new Value();
        };
    }

    /// The columns.
    Schema schema();

    /// The classes whose predictions are counted; none for a regression.
    List<String> classes();

    /// The columns of some rows.
    ///
    /// @param scores row after row, as the predictor answers them
    /// @param counts gets one more for the class of each row
    Batch answer(double[] scores, long[] counts);

    /// The class 0 or 1 and the probability of class 1; both are missing where the model answers no number.
    record Binary() implements AnswerForm {
        private static final Schema SCHEMA =
                Schema.of(new Field("prediction", ColumnType.LONG), new Field("probability", ColumnType.DOUBLE));
        private static final List<String> CLASSES = List.of("0", "1");

        @Override
        public Schema schema() {
            return SCHEMA;
        }

        @Override
        public List<String> classes() {
            return CLASSES;
        }

        @Override
        public Batch answer(double[] scores, long[] counts) {
            long[] predictions = new long[scores.length];
            BitSet missing = new BitSet();
            for (int row = 0; row < scores.length; row++) {
                if (Double.isNaN(scores[row])) {
                    missing.set(row);
                } else {
                    int label = scores[row] >= ClassPrediction.THRESHOLD ? 1 : 0;
                    predictions[row] = label;
                    counts[label]++;
                }
            }
            return new Batch(SCHEMA, List.of(new LongColumn(predictions, missing), new DoubleColumn(scores)));
        }
    }

    /// The most probable class, of equal ones the first, and the probability of each.
    ///
    /// @param classes the classes in the order of their scores
    /// @param schema the columns
    /// @param numbers the classes as whole numbers; null where one is none
    record Multiclass(List<String> classes, Schema schema, long @Nullable [] numbers) implements AnswerForm {
        Multiclass(List<String> classes) {
            this(classes, schema(classes), numbers(classes));
        }

        @Override
        public Batch answer(double[] scores, long[] counts) {
            int width = classes.size();
            int rows = scores.length / width;
            double[][] probabilities = new double[width][rows];
            int[] labels = new int[rows];
            for (int row = 0; row < rows; row++) {
                int best = -1;
                for (int label = 0; label < width; label++) {
                    double score = scores[row * width + label];
                    probabilities[label][row] = score;
                    if (!Double.isNaN(score) && (best < 0 || score > scores[row * width + best])) {
                        best = label;
                    }
                }
                labels[row] = best;
                if (best >= 0) {
                    counts[best]++;
                }
            }
            List<Column> columns = new ArrayList<>();
            columns.add(predictions(labels));
            for (double[] probability : probabilities) {
                columns.add(new DoubleColumn(probability));
            }
            return new Batch(schema, columns);
        }

        private Column predictions(int[] labels) {
            long[] whole = numbers;
            if (whole == null) {
                @Nullable String[] names = new @Nullable String[labels.length];
                for (int row = 0; row < labels.length; row++) {
                    names[row] = labels[row] < 0 ? null : classes.get(labels[row]);
                }
                return new StringColumn(names);
            }
            long[] values = new long[labels.length];
            BitSet missing = new BitSet();
            for (int row = 0; row < labels.length; row++) {
                if (labels[row] < 0) {
                    missing.set(row);
                } else {
                    values[row] = whole[labels[row]];
                }
            }
            return new LongColumn(values, missing);
        }

        private static Schema schema(List<String> classes) {
            List<Field> fields = new ArrayList<>();
            fields.add(new Field("prediction", numbers(classes) == null ? ColumnType.STRING : ColumnType.LONG));
            classes.forEach(name -> fields.add(new Field("probability_" + name, ColumnType.DOUBLE)));
            return new Schema(fields);
        }

        private static long @Nullable [] numbers(List<String> classes) {
            boolean whole = classes.stream().allMatch(name -> name.matches("0|-?[1-9][0-9]{0,17}"));
            return whole ? classes.stream().mapToLong(Long::parseLong).toArray() : null;
        }
    }

    /// The value itself.
    record Value() implements AnswerForm {
        private static final Schema SCHEMA = Schema.of(new Field("prediction", ColumnType.DOUBLE));

        @Override
        public Schema schema() {
            return SCHEMA;
        }

        @Override
        public List<String> classes() {
            return List.of();
        }

        @Override
        public Batch answer(double[] scores, long[] counts) {
            return new Batch(SCHEMA, List.of(new DoubleColumn(scores)));
        }
    }
}
