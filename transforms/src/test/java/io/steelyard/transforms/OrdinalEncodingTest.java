package io.steelyard.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import io.steelyard.data.LongColumn;
import io.steelyard.data.StringColumn;
import org.junit.jupiter.api.Test;

class OrdinalEncodingTest {
    private static final Batch TRAINING =
            Rows.of("c", new StringColumn(new String[] {"UA", "AA", null, "UA", "9E", "é", "\uFFFD", "\uD83D\uDE00"}));

    @Test
    void categoriesAreNumberedInTheOrderOfCodePoints() {
        FittedOrdinalEncoding fitted = new OrdinalEncoding("c", OrdinalEncoding.Unseen.MISSING).fit(TRAINING);
        // sorted(["UA", "AA", "9E", "é", "\ufffd", "\U0001f600"]) in Python
        assertThat(fitted.categories().names()).containsExactly("9E", "AA", "UA", "é", "\uFFFD", "\uD83D\uDE00");
        assertThat(fitted.apply(TRAINING).doubles("c")).containsExactly(2, 1, Double.NaN, 2, 0, 3, 4, 5);
        Batch unseen = Rows.of("c", new StringColumn(new String[] {"ZZ", "AA", ""}));
        assertThat(fitted.apply(unseen).doubles("c")).containsExactly(Double.NaN, 1, Double.NaN);
    }

    @Test
    void unseenTextCanBeAnError() {
        FittedOrdinalEncoding fitted = new OrdinalEncoding("c", OrdinalEncoding.Unseen.ERROR)
                .fit(Rows.of("c", new StringColumn(new String[] {"b", "a"})));
        assertThatThrownBy(() -> fitted.apply(Rows.of("c", new StringColumn(new String[] {"a", "z"}))))
                .isInstanceOf(DataException.class)
                .hasMessage("column 'c' holds 'z', which was not among the training rows; they held [a, b]");
    }

    @Test
    void onlyTextIsEncoded() {
        OrdinalEncoding encoding = new OrdinalEncoding("c", OrdinalEncoding.Unseen.MISSING);
        assertThatThrownBy(() -> encoding.fit(Rows.of("c", new LongColumn(new long[] {1}))))
                .hasMessage("column 'c' is of type long, but must be string");
        assertThatThrownBy(() -> encoding.fit(Rows.of("c", new StringColumn(new String[] {null}))))
                .hasMessageContaining("no value to learn from");
    }
}
