package io.steelyard.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.TimestampColumn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void scalingIsScikitLearns() {
        // StandardScaler().fit([[1], [2], [nan], [6]]): mean_ 3, var_ 4.6667, scale_ 2.1602469
        Batch rows = Rows.of("x", new DoubleColumn(new double[] {1, 2, Double.NaN, 6}));
        FittedScaling fitted = new StandardScaling("x").fit(rows);
        assertThat(fitted.centre()).isEqualTo(3);
        assertThat(fitted.scale()).isCloseTo(2.160246899469287, within(1e-15));
        double[] scaled = fitted.transform(rows).doubles("x");
        assertThat(scaled[0]).isCloseTo(-2 / 2.160246899469287, within(1e-15));
        assertThat(scaled[2]).isNaN();
    }

    @Test
    void aConstantColumnIsOnlyShifted() {
        Batch rows = Rows.of("x", new DoubleColumn(new double[] {0.1, 0.1, 0.1}));
        FittedScaling fitted = new StandardScaling("x").fit(rows);
        assertThat(fitted.scale()).isEqualTo(1);
        assertThat(fitted.transform(rows).doubles("x")).containsExactly(new double[] {0, 0, 0}, within(1e-16));
    }

    @Test
    void missingBecomesTheMedian() {
        Batch odd = Rows.of("x", new DoubleColumn(new double[] {9, Double.NaN, 1, 2}));
        assertThat(new Imputation("x", Imputation.Learned.MEDIAN)
                        .fit(odd)
                        .transform(odd)
                        .doubles("x"))
                .containsExactly(9, 2, 1, 2);
        assertThat(odd.doubles("x")).containsExactly(9, Double.NaN, 1, 2);
        Batch even = Rows.of("x", new DoubleColumn(new double[] {9, 1, 2, Double.NaN, 4}));
        assertThat(new Imputation("x", Imputation.Learned.MEDIAN).fit(even)).isEqualTo(new FittedImputation("x", 3));
    }

    @Test
    void datePartsFollowTheClockOfTheZone() {
        long[] instants = {
            Instant.parse("2013-07-01T02:59:59.999999Z").toEpochMilli() * 1000 + 999,
            0,
            Instant.parse("2013-12-31T23:30:00Z").toEpochMilli() * 1000
        };
        Batch rows = Rows.of("at", new TimestampColumn(instants, BitSet.valueOf(new long[] {0b010})));
        Batch parts = new DateParts("at", List.of(DateParts.Part.values()), ZoneId.of("America/New_York"))
                .fit(rows)
                .transform(rows);
        assertThat(parts.doubles("at_year")).containsExactly(2013, Double.NaN, 2013);
        assertThat(parts.doubles("at_month")).containsExactly(6, Double.NaN, 12);
        assertThat(parts.doubles("at_day")).containsExactly(30, Double.NaN, 31);
        assertThat(parts.doubles("at_day_of_week")).containsExactly(7, Double.NaN, 2);
        assertThat(parts.doubles("at_day_of_year")).containsExactly(181, Double.NaN, 365);
        assertThat(parts.doubles("at_hour")).containsExactly(22, Double.NaN, 18);
        assertThat(parts.doubles("at_minute")).containsExactly(59, Double.NaN, 30);
    }
}
