package io.steelyard.benchmarks.training;

import io.steelyard.benchmarks.report.Line;
import io.steelyard.benchmarks.report.Mark;
import io.steelyard.benchmarks.report.Part;
import io.steelyard.benchmarks.report.Progress;
import io.steelyard.benchmarks.report.Setting;
import io.steelyard.data.Batch;
import io.steelyard.data.BooleanColumn;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.transforms.FittedBinning;
import io.steelyard.transforms.FittedOneHot;
import io.steelyard.transforms.FittedScaling;
import io.steelyard.transforms.NumericBinning;
import io.steelyard.transforms.OneHotEncoding;
import io.steelyard.transforms.StandardScaling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Transforms beside scikit-learn: binning, one-hot, scaling, of one column in memory.
final class TransformsBench implements Part {
    private static final int BINS = 10;
    private static final String[] CARRIERS = {
        "9E", "AA", "AS", "B6", "DL", "EV", "F9", "FL", "HA", "MQ", "OO", "UA", "US", "VX", "WN", "YV"
    };

    @Override
    public String name() {
        return "transforms";
    }

    @Override
    public List<Line> run(Setting setting, Map<String, String> versions) throws IOException {
        int rows = setting.rows();
        Progress.say("transforms of " + rows + " rows: making them");
        Path python = setting.python();
        if (python == null) {
            return lines(new Turns(null, "", setting.pace().rounds(), versions), rows);
        }
        try (PythonPeer peer = PythonPeer.start(python, setting.folder(), "transforms.py", Integer.toString(rows))) {
            versions.putAll(peer.versions());
            return lines(new Turns(peer, "scikit-learn", setting.pace().rounds(), versions), rows);
        }
    }

    private static List<Line> lines(Turns turns, int rows) throws IOException {
        List<Line> lines = new ArrayList<>();
        Batch numbers = new Batch(
                Schema.of(new Field("x", ColumnType.DOUBLE)), List.of(new DoubleColumn(MadeRows.bell(1, rows))));
        NumericBinning binning =
                new NumericBinning("x", BINS, NumericBinning.Strategy.QUANTILE, NumericBinning.Missing.KEEP);
        FittedBinning binned = binning.fit(numbers);
        StandardScaling scaling = new StandardScaling("x");
        FittedScaling scaled = scaling.fit(numbers);
        lines.addAll(turns.lines(
                "binning fit",
                new Mark.Times(2),
                () -> binning.fit(numbers),
                fitted ->
                        fitted.edges().stream().mapToDouble(Double::doubleValue).sum()));
        lines.addAll(turns.lines(
                "binning transform",
                new Mark.Times(8),
                () -> binned.transform(numbers),
                result -> Arrays.stream(result.doubles("x_bin")).sum()));
        lines.addAll(turns.lines("scaling fit", null, () -> scaling.fit(numbers), FittedScaling::scale));
        lines.addAll(turns.lines(
                "scaling transform",
                new Mark.Times(1.5),
                () -> scaled.transform(numbers),
                result -> Arrays.stream(result.doubles("x")).map(Math::abs).sum()));
        Batch texts = new Batch(
                Schema.of(new Field("carrier", ColumnType.STRING)),
                List.of(new StringColumn(MadeRows.texts(9, rows, CARRIERS))));
        FittedOneHot encoded = new OneHotEncoding("carrier", OneHotEncoding.Unseen.ZEROS).fit(texts);
        lines.addAll(turns.lines(
                "one-hot transform", new Mark.Times(8), () -> encoded.transform(texts), TransformsBench::weighed));
        return lines;
    }

    /// The sum over all rows of the true column's number, from 1.
    private static double weighed(Batch encoded) {
        double sum = 0;
        for (int column = 0; column < encoded.columns().size(); column++) {
            for (boolean value : ((BooleanColumn) encoded.columns().get(column)).values()) {
                sum += value ? column + 1 : 0;
            }
        }
        return sum;
    }
}
