package io.steelyard.learner.lightgbm;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The names of features in LightGBM's file, where a blank ends a name and what has a meaning in JSON is refused. Where a name
/// has such characters, LightGBM gets an underscore in their place, and a line of the file's head that LightGBM passes over,
/// `steelyard_feature_names`, has the names as in the query of an address.
///
/// @param names the names
record FeatureNames(List<String> names) {
    private static final String KEY = "feature_names=";
    private static final String NOT_IN_NAMES = "\",:[]{}=";

    /// The names that LightGBM takes; each is another.
    String[] forLightgbm() {
        List<String> plain = new ArrayList<>();
        Set<String> taken = new HashSet<>(names);
        for (String name : names) {
            String with = name.codePoints()
                    .map(c -> refused(c) ? '_' : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String free = with.isEmpty() ? "_" : with;
            while (!free.equals(name) && !taken.add(free)) {
                free += "_";
            }
            plain.add(free);
        }
        return plain.toArray(String[]::new);
    }

    /// A model with the names that LightGBM could not take.
    String in(String model) {
        if (List.of(forLightgbm()).equals(names)) {
            return model;
        }
        String line = names.stream()
                .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" ", "steelyard_feature_names=", "\n"));
        int place = model.indexOf("\n" + KEY) + 1;
        return model.substring(0, place) + line + model.substring(place);
    }

    private static boolean refused(int c) {
        return Character.isWhitespace(c) || NOT_IN_NAMES.indexOf(c) >= 0;
    }
}
