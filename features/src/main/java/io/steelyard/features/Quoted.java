package io.steelyard.features;

import java.util.List;
import java.util.stream.Collectors;

/// Names as SQL writes them.
final class Quoted {
    private Quoted() {}

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String names(List<String> names) {
        return names.stream().map(Quoted::name).collect(Collectors.joining(", "));
    }

    /// The condition that two relations agree in some columns.
    static String equal(String left, String right, List<String> names) {
        return names.stream()
                .map(name -> left + "." + name(name) + " = " + right + "." + name(name))
                .collect(Collectors.joining(" AND "));
    }

    /// The condition that none of some columns is missing.
    static String present(List<String> names) {
        return names.stream().map(name -> name(name) + " IS NOT NULL").collect(Collectors.joining(" AND "));
    }
}
