package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.LongColumn;
import io.steelyard.data.TimestampColumn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;

/// A [DateParts] that was found to fit.
///
/// @param column the column of instants
/// @param parts which parts
/// @param zone the time zone whose clock and calendar are read
public record FittedDateParts(String column, List<DateParts.Part> parts, ZoneId zone) implements FittedTransform {
    public FittedDateParts {
        Stored.present("column", column);
        parts = List.copyOf(Stored.present("parts", parts));
        Stored.present("zone", zone);
    }

    @Override
    public Batch transform(Batch rows) {
        TimestampColumn instants = rows.timestamps(column);
        long[][] values = new long[parts.size()][instants.size()];
        Chunks.forEach(instants.size(), (from, to) -> {
            for (int row = from; row < to; row++) {
                if (!instants.isMissing(row)) {
                    ZonedDateTime time = Instant.EPOCH
                            .plus(instants.values()[row], ChronoUnit.MICROS)
                            .atZone(zone);
                    for (int part = 0; part < values.length; part++) {
                        values[part][row] = parts.get(part).of(time);
                    }
                }
            }
        });
        Batch result = rows;
        for (int part = 0; part < values.length; part++) {
            result = result.with(parts.get(part).columnOf(column), new LongColumn(values[part], (BitSet)
                    instants.missing().clone()));
        }
        return result;
    }
}
