package io.steelyard.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/// The values at some ranks of many numbers, as exactly as if all were sorted, without sorting them. NaN is left out.
///
/// A double's bits, read as a whole number, are in the order of the doubles once those of negative ones are turned round.
/// So the first 16 bits part the numbers into buckets; a pass counts, a second gathers the few buckets that hold a wanted
/// rank, and each of those is looked at in the same way by its next 16 bits. Counting and gathering is shared among
/// threads; the result does not depend on how.
final class OrderStatistics {
    private static final int BITS = 16;
    private static final int BUCKETS = 1 << BITS;
    private static final int FIRST_SHIFT = Long.SIZE - BITS;
    /// So few keys are sorted at once.
    private static final int FEW = 1 << 10;
    /// In so many buckets ranks are looked for one bucket after another; beyond that sorting is faster.
    private static final int MOST_PASSES = 16;

    private final double[] values;
    private final int[][] counts;
    private final int count;

    private OrderStatistics(double[] values) {
        this.values = values;
        counts = new int[ForkJoinPool.getCommonPoolParallelism() + 1][];
        IntStream.range(0, counts.length).parallel().forEach(part -> counts[part] = counted(part));
        count = Arrays.stream(counts)
                .mapToInt(part -> Arrays.stream(part).sum())
                .sum();
    }

    /// Numbers in any order, which are not changed.
    static OrderStatistics of(double[] values) {
        return new OrderStatistics(values);
    }

    /// How many numbers there are, NaN left out.
    int count() {
        return count;
    }

    /// The values at some ranks.
    ///
    /// @param ranks from 0 to `count() - 1`, ascending; one may stand more than once
    double[] at(int[] ranks) {
        List<Wanted> wanted = wanted(total(), ranks);
        int[] slots = new int[BUCKETS];
        Arrays.fill(slots, -1);
        for (int slot = 0; slot < wanted.size(); slot++) {
            slots[wanted.get(slot).bucket()] = slot;
        }
        long[][] keys = gathered(wanted, slots);
        double[] found = new double[ranks.length];
        IntStream.range(0, keys.length).parallel().forEach(slot -> {
            Wanted bucket = wanted.get(slot);
            long[] sorted = resolved(keys[slot], FIRST_SHIFT - BITS, bucket.ranks());
            for (int i = 0; i < sorted.length; i++) {
                found[bucket.first() + i] = value(sorted[i]);
            }
        });
        return found;
    }

    /// A bucket that holds wanted ranks.
    ///
    /// @param bucket its number
    /// @param size how many keys it holds
    /// @param first which of the wanted ranks is the first that it holds
    /// @param ranks those that it holds, counted from its own beginning
    private record Wanted(int bucket, int size, int first, int[] ranks) {}

    private static List<Wanted> wanted(int[] total, int[] ranks) {
        List<Wanted> wanted = new ArrayList<>();
        int before = 0;
        int next = 0;
        for (int bucket = 0; bucket < total.length && next < ranks.length; bucket++) {
            int first = next;
            while (next < ranks.length && ranks[next] - before < total[bucket]) {
                next++;
            }
            if (next > first) {
                int begin = before;
                wanted.add(new Wanted(
                        bucket,
                        total[bucket],
                        first,
                        Arrays.stream(ranks, first, next).map(rank -> rank - begin).toArray()));
            }
            before += total[bucket];
        }
        return wanted;
    }

    private int from(int part) {
        return (int) ((long) values.length * part / counts.length);
    }

    private int[] counted(int part) {
        int[] counted = new int[BUCKETS];
        for (int i = from(part); i < from(part + 1); i++) {
            double value = values[i];
            if (value == value) {
                counted[bucket(key(value))]++;
            }
        }
        return counted;
    }

    private int[] total() {
        int[] total = new int[BUCKETS];
        for (int[] part : counts) {
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                total[bucket] += part[bucket];
            }
        }
        return total;
    }

    private long[][] gathered(List<Wanted> wanted, int[] slots) {
        long[][] keys = new long[wanted.size()][];
        int[][] places = new int[counts.length][keys.length];
        for (int slot = 0; slot < keys.length; slot++) {
            keys[slot] = new long[wanted.get(slot).size()];
            int place = 0;
            for (int part = 0; part < counts.length; part++) {
                places[part][slot] = place;
                place += counts[part][wanted.get(slot).bucket()];
            }
        }
        IntStream.range(0, counts.length).parallel().forEach(part -> {
            int[] place = places[part];
            for (int i = from(part); i < from(part + 1); i++) {
                double value = values[i];
                long key = key(value);
                int slot = slots[bucket(key)];
                if (slot >= 0 && value == value) {
                    keys[slot][place[slot]++] = key;
                }
            }
        });
        return keys;
    }

    /// The keys at some ranks of keys that are equal in all bits above `shift + 16`.
    private static long[] resolved(long[] keys, int shift, int[] ranks) {
        if (keys.length > FEW && shift >= 0) {
            int[] counted = new int[BUCKETS];
            for (long key : keys) {
                counted[(int) (key >>> shift) & (BUCKETS - 1)]++;
            }
            List<Wanted> wanted = wanted(counted, ranks);
            if (wanted.size() <= MOST_PASSES) {
                long[] found = new long[ranks.length];
                for (Wanted bucket : wanted) {
                    long[] inside = new long[bucket.size()];
                    int place = 0;
                    for (long key : keys) {
                        if (((int) (key >>> shift) & (BUCKETS - 1)) == bucket.bucket()) {
                            inside[place++] = key;
                        }
                    }
                    long[] resolved = resolved(inside, shift - BITS, bucket.ranks());
                    System.arraycopy(resolved, 0, found, bucket.first(), resolved.length);
                }
                return found;
            }
        }
        Arrays.parallelSort(keys);
        return Arrays.stream(ranks).mapToLong(rank -> keys[rank]).toArray();
    }

    /// A whole number in the order of the doubles.
    private static long key(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits ^ ((bits >> 63) >>> 1);
    }

    private static double value(long key) {
        return Double.longBitsToDouble(key ^ ((key >> 63) >>> 1));
    }

    private static int bucket(long key) {
        return (int) ((key ^ Long.MIN_VALUE) >>> FIRST_SHIFT);
    }
}
