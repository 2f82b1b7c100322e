package io.steelyard.batch;

/// The distribution of some numbers, in a form that can be added: by the update of Chan, Golub and LeVeque (1983,
/// doi:10.1080/00031305.1983.10483115), which does not lose digits where the mean is large beside the deviation. NaN does not count.
///
/// @param count how many there are
/// @param mean their mean; 0 where there are none
/// @param squares the sum of their squared distances from it
/// @param min the smallest; positive infinity where there are none
/// @param max the greatest; negative infinity where there are none
record Moments(long count, double mean, double squares, double min, double max) {
    static final Moments NONE = new Moments(0, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    static Moments of(double[] numbers) {
        long count = 0;
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double number : numbers) {
            if (!Double.isNaN(number)) {
                count++;
                sum += number;
                min = Math.min(min, number);
                max = Math.max(max, number);
            }
        }
        if (count == 0) {
            return NONE;
        }
        double mean = sum / count;
        double squares = 0;
        for (double number : numbers) {
            if (!Double.isNaN(number)) {
                squares += (number - mean) * (number - mean);
            }
        }
        return new Moments(count, mean, squares, min, max);
    }

    Moments plus(Moments other) {
        if (count == 0) {
            return other;
        }
        if (other.count == 0) {
            return this;
        }
        long both = count + other.count;
        double between = other.mean - mean;
        return new Moments(
                both,
                mean + between * other.count / both,
                squares + other.squares + between * between * count / both * other.count,
                Math.min(min, other.min),
                Math.max(max, other.max));
    }

    PredictionDistribution distribution() {
        return count == 0
                ? new PredictionDistribution(Double.NaN, Double.NaN, Double.NaN, Double.NaN)
                : new PredictionDistribution(mean, count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1)), min, max);
    }
}
