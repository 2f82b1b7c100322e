package io.steelyard.transforms;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// An immutable list of numbers without a box for each.
final class Doubles extends AbstractList<Double> implements RandomAccess {
    private final double[] values;

    private Doubles(double[] values) {
        this.values = values;
    }

    /// A list of numbers, which are handed over.
    static Doubles of(double... values) {
        return new Doubles(values);
    }

    /// An immutable list of the same numbers; the same list where it is one already.
    static List<Double> copyOf(List<Double> list) {
        return list instanceof Doubles
                ? list
                : new Doubles(list.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// The numbers of a list; not to be written to.
    static double[] array(List<Double> list) {
        return ((Doubles) copyOf(list)).values;
    }

    @Override
    public Double get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }
}
