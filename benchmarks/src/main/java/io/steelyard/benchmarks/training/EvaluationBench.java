package io.steelyard.benchmarks.training;

import io.steelyard.benchmarks.report.Line;
import io.steelyard.benchmarks.report.Mark;
import io.steelyard.benchmarks.report.Part;
import io.steelyard.benchmarks.report.Progress;
import io.steelyard.benchmarks.report.Setting;
import io.steelyard.evaluation.BinaryRows;
import io.steelyard.evaluation.PrAucScore;
import io.steelyard.evaluation.RocAucScore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Areas under curves beside scikit-learn, over distinct scores in memory.
final class EvaluationBench implements Part {
    private static final int SCORES = 20;
    private static final int LABELS = 21;

    @Override
    public String name() {
        return "evaluation";
    }

    @Override
    public List<Line> run(Setting setting, Map<String, String> versions) throws IOException {
        int rows = setting.rows();
        Progress.say("evaluation of " + rows + " rows: making them");
        Path python = setting.python();
        if (python == null) {
            return lines(new Turns(null, "", setting.pace().rounds(), versions), rows);
        }
        try (PythonPeer peer = PythonPeer.start(python, setting.folder(), "evaluation.py", Integer.toString(rows))) {
            versions.putAll(peer.versions());
            return lines(new Turns(peer, "scikit-learn", setting.pace().rounds(), versions), rows);
        }
    }

    private static List<Line> lines(Turns turns, int rows) throws IOException {
        double[] scores = new double[rows];
        double[] labels = new double[rows];
        Arrays.parallelSetAll(scores, row -> MadeRows.uniform(SCORES, row));
        Arrays.parallelSetAll(labels, row -> MadeRows.uniform(LABELS, row) < scores[row] ? 1 : 0);
        List<Line> lines = new ArrayList<>(turns.lines(
                "ROC AUC", new Mark.Times(5), () -> new RocAucScore().of(labels, scores), Double::doubleValue));
        lines.addAll(turns.lines(
                "PR AUC", null, () -> new PrAucScore().of(new BinaryRows(labels, scores)), Double::doubleValue));
        return lines;
    }
}
