package io.steelyard.tracking.jdbc;

import java.util.List;

/// The runs that a search looks at, before its filter.
///
/// @param experiments the numbers of their experiments, at least one
/// @param stages their lifecycles, at least one
record RunScope(List<Long> experiments, List<String> stages) {
    SqlText condition(SearchDialect dialect) {
        return SqlText.all(dialect.in("r.experiment_id", experiments), dialect.in("r.lifecycle", stages));
    }
}
