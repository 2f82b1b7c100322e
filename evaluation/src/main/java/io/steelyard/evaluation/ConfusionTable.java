package io.steelyard.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A confusion matrix as text.
final class ConfusionTable {
    private static final String CORNER = "true \\ predicted";

    private ConfusionTable() {}

    static String of(ConfusionMatrix matrix) {
        int size = matrix.classes().size();
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(CORNER));
        head.addAll(matrix.classes());
        head.add("recall");
        lines.add(head);
        for (int c = 0; c < size; c++) {
            List<String> line = new ArrayList<>(List.of(matrix.classes().get(c)));
            for (int p = 0; p < size; p++) {
                line.add(count(matrix.cell(c, p)));
            }
            line.add(share(matrix.recall(c)));
            lines.add(line);
        }
        List<String> foot = new ArrayList<>(List.of("precision"));
        IntStream.range(0, size).forEach(c -> foot.add(share(matrix.precision(c))));
        foot.add(share(matrix.accuracy()) + " right");
        lines.add(foot);
        int[] widths = IntStream.range(0, size + 2)
                .map(i -> lines.stream()
                        .mapToInt(line -> line.get(i).length())
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder text = new StringBuilder(cells.getFirst())
                .repeat(' ', widths[0] - cells.getFirst().length());
        for (int i = 1; i < cells.size(); i++) {
            text.repeat(' ', 2 + widths[i] - cells.get(i).length()).append(cells.get(i));
        }
        return text.toString();
    }

    private static String count(double cell) {
        return cell == Math.rint(cell) && cell < 1e15 ? Long.toString((long) cell) : Double.toString(cell);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
