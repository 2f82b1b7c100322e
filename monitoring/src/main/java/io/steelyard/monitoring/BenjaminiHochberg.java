package io.steelyard.monitoring;

import java.util.Arrays;
import java.util.Comparator;

/// Benjamini and Hochberg's correction of p-values, which holds the expected share of false alarms among the alarms (1995,
/// [doi:10.1111/j.2517-6161.1995.tb02031.x](https://doi.org/10.1111/j.2517-6161.1995.tb02031.x)).
final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /// Adjusts p-values: of m p-values the i-th smallest becomes the least of p(j)·m/j over all j from i on, at most 1.
    static double[] adjust(double[] pValues) {
        int m = pValues.length;
        Integer[] greatestFirst = new Integer[m];
        Arrays.setAll(greatestFirst, i -> i);
        Arrays.sort(greatestFirst, Comparator.comparingDouble((Integer i) -> -pValues[i]));
        double[] adjusted = new double[m];
        double least = 1;
        for (int place = 0; place < m; place++) {
            int i = greatestFirst[place];
            least = Math.min(least, pValues[i] * m / (m - place));
            adjusted[i] = least;
        }
        return adjusted;
    }
}
