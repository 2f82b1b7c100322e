package io.steelyard.pipeline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// Which rows serve which purpose, by the entities' time. Each is a pair of days: from the first, included, to the second, not
/// included, both at midnight in the zone.
///
/// @param zone the time zone whose midnight it is, for example `America/New_York`; UTC where it is missing
/// @param train what is learned from
/// @param validation what early stopping watches
/// @param test what the model is weighed on
/// @param live what is replayed as live traffic
public record SplitSpec(ZoneId zone, Period train, Period validation, Period test, Period live) {
    public SplitSpec {
        zone = Required.orElse(zone, ZoneOffset.UTC);
        Required.present("train", train);
        Required.present("validation", validation);
        Required.present("test", test);
        Required.present("live", live);
        List<Period> inOrder = List.of(train, validation, test, live);
        for (int i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i).from().isBefore(inOrder.get(i - 1).to())) {
                throw new IllegalArgumentException("the periods must follow each other in time, but "
                        + inOrder.get(i).from() + " lies before "
                        + inOrder.get(i - 1).to());
            }
        }
    }

    /// A stretch of days.
    ///
    /// @param from the first day
    /// @param to the day after the last one
    public record Period(LocalDate from, LocalDate to) {
        public Period {
            Required.present("from", from);
            Required.present("to", to);
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("a period must end after it begins, not " + from + " to " + to);
            }
        }
    }
}
