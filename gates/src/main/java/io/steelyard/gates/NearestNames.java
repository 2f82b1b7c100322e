package io.steelyard.gates;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Names that may have been meant by one that is not there.
final class NearestNames {
    private static final int AT_MOST = 3;

    /// One edit in so many letters is still near.
    private static final int LETTERS_AN_EDIT = 3;

    private NearestNames() {}

    /// The present names that are the missing one with other word order, letter case or separators, with words more
    /// or less (`f1_score`, `f1`), or with few letters changed; nearest first.
    static List<String> of(String missing, Collection<String> present) {
        List<String> words = words(missing);
        return present.stream()
                .filter(name -> isNear(words, words(name)))
                .sorted(Comparator.<String>comparingInt(name -> distance(words, words(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(AT_MOST)
                .toList();
    }

    private static boolean isNear(List<String> missing, List<String> name) {
        int letters = String.join("", missing).length();
        return missing.containsAll(name)
                || name.containsAll(missing)
                || distance(missing, name) * LETTERS_AN_EDIT <= letters;
    }

    /// The words in a fixed order, so that `auc_roc` and `roc_auc` are the same.
    private static List<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.toList());
    }

    private static int distance(List<String> left, List<String> right) {
        return distance(String.join("", left), String.join("", right));
    }

    /// The Levenshtein distance: how many letters must come, go or change.
    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int changed = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(changed, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
