package io.steelyard.tracking.jdbc;

import java.util.ArrayList;
import java.util.List;

/// The runs that a search looks at, before its filter.
///
/// @param experiments the numbers of their experiments, at least one
/// @param stages their lifecycles, at least one
record RunScope(List<Long> experiments, List<String> stages) {
    /// The runs of one experiment in one lifecycle, which stand by start time in an index.
    ///
    /// @param experiment the experiment's number
    /// @param stage the lifecycle
    record Arm(long experiment, String stage) {
        SqlText condition() {
            return SqlText.of("r.experiment_id = ? AND r.lifecycle = ?", experiment, stage);
        }
    }

    SqlText condition(SearchDialect dialect) {
        return SqlText.all(dialect.in("r.experiment_id", experiments), dialect.in("r.lifecycle", stages));
    }

    SqlText selection(SearchDialect dialect) {
        return condition(dialect).inside("SELECT r.run_no FROM runs r" + dialect.index("runs_newest") + " WHERE ", "");
    }

    List<Arm> arms() {
        List<Arm> arms = new ArrayList<>();
        experiments.forEach(experiment -> stages.forEach(stage -> arms.add(new Arm(experiment, stage))));
        return arms;
    }
}
