package io.steelyard.tracking.jdbc;

import java.util.BitSet;

/// Some of all runs, by their numbers: either those listed, or all but those. Such sets can be joined, met and turned
/// around without knowing which runs there are.
///
/// @param listed the numbers, handed over
/// @param kind what they are
record RunSet(BitSet listed, Kind kind) {
    enum Kind {
        THESE,
        ALL_BUT_THESE;

        Kind other() {
            return this == THESE ? ALL_BUT_THESE : THESE;
        }
    }

    RunSet not() {
        return new RunSet(listed, kind.other());
    }

    RunSet and(RunSet other) {
        if (kind == Kind.ALL_BUT_THESE) {
            return other.kind == Kind.THESE
                    ? other.and(this)
                    : not().or(other.not()).not();
        }
        BitSet both = (BitSet) listed.clone();
        switch (other.kind) {
            case THESE -> both.and(other.listed);
            case ALL_BUT_THESE -> both.andNot(other.listed);
        }
        return new RunSet(both, Kind.THESE);
    }

    RunSet or(RunSet other) {
        if (kind == Kind.THESE && other.kind == Kind.THESE) {
            BitSet either = (BitSet) listed.clone();
            either.or(other.listed);
            return new RunSet(either, Kind.THESE);
        }
        return not().and(other.not()).not();
    }
}
