package io.steelyard.pipeline;

import java.util.Locale;

/// The parts of the rows, in the order of time.
enum Split {
    TRAIN,
    VALIDATION,
    TEST,
    LIVE;

    String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    SplitSpec.Period period(SplitSpec spec) {
        return switch (this) {
            case TRAIN -> spec.train();
            case VALIDATION -> spec.validation();
            case TEST -> spec.test();
            case LIVE -> spec.live();
        };
    }
}
