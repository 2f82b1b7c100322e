package io.steelyard.stats;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
    /// The numbers that every release must give. The seeds are SHA-256 by Python's hashlib, the first numbers by
    /// SplitMix64 written in Python.
    @Test
    void theNumbersOfAStreamNeverChange() {
        RandomStreams streams = RandomStreams.of(42);

        assertThat(streams.seed("split")).isEqualTo(-6979518264648475631L);
        assertThat(RandomStreams.of(-1).seed("größe")).isEqualTo(-2470390085168734435L);
        assertThat(streams.stream("split").longs(3))
                .containsExactly(6917762935403986537L, -2916668527539394063L, 5519722621765162502L);
        assertThat(streams.stream("split").doubles(3))
                .containsExactly(0.37501268016523504, 0.8418870823010846, 0.2992247629017586);
        assertThat(streams.stream("split").ints(3, 0, 1000)).containsExactly(699, 517, 481);
    }

    @Test
    void aStreamBeginsAnewAtEveryCall() {
        RandomStreams streams = RandomStreams.of(7);

        long first = streams.stream("a").nextLong();
        streams.stream("b").nextLong();

        assertThat(streams.stream("a").nextLong()).isEqualTo(first);
    }

    @Test
    void nameAndSeedBothTellStreamsApart() {
        assertThat(RandomStreams.of(1).seed("a"))
                .isNotEqualTo(RandomStreams.of(1).seed("A"))
                .isNotEqualTo(RandomStreams.of(2).seed("a"))
                .isNotEqualTo(RandomStreams.of(1).seed(""));
    }

    @Property
    void anIntSeedIsNeverNegative(@ForAll long seed, @ForAll String name) {
        assertThat(RandomStreams.of(seed).intSeed(name)).isNotNegative();
    }
}
