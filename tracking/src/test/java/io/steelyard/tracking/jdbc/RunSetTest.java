package io.steelyard.tracking.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RunSetTest {
    private static final int RUNS = 8;
    private static final int SETS = 1 << RUNS;

    @Property
    void setsAreJoinedMetAndTurnedAround(
            @ForAll @IntRange(max = SETS - 1) int first,
            @ForAll RunSet.Kind firstKind,
            @ForAll @IntRange(max = SETS - 1) int second,
            @ForAll RunSet.Kind secondKind) {
        RunSet one = set(first, firstKind);
        RunSet other = set(second, secondKind);
        assertThat(members(one.and(other))).isEqualTo(members(one) & members(other));
        assertThat(members(one.or(other))).isEqualTo(members(one) | members(other));
        assertThat(members(one.not())).isEqualTo(members(one) ^ (SETS - 1));
        assertThat(members(one)).isEqualTo(members(set(first, firstKind)));
    }

    private static RunSet set(int bits, RunSet.Kind kind) {
        return new RunSet(BitSet.valueOf(new long[] {bits}), kind);
    }

    private static int members(RunSet set) {
        return IntStream.range(0, RUNS)
                .filter(run -> set.listed().get(run) == (set.kind() == RunSet.Kind.THESE))
                .map(run -> 1 << run)
                .sum();
    }
}
