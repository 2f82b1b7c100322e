package io.steelyard.batch;

/// The distribution of the predictions so far, by Welford's update (doi:10.1080/00401706.1962.10490022), which does not lose digits
/// where the mean is large beside the deviation.
final class RunningDistribution {
    private long count;
    private double mean;
    private double squares;
    private double min = Double.NaN;
    private double max = Double.NaN;

    void add(double[] predictions) {
        for (double prediction : predictions) {
            count++;
            double before = prediction - mean;
            mean += before / count;
            squares += before * (prediction - mean);
            min = count == 1 ? prediction : Math.min(min, prediction);
            max = count == 1 ? prediction : Math.max(max, prediction);
        }
    }

    long count() {
        return count;
    }

    /// @return NaN throughout where there are no predictions
    PredictionDistribution distribution() {
        return new PredictionDistribution(
                count == 0 ? Double.NaN : mean, count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1)), min, max);
    }
}
