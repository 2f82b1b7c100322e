package io.steelyard.forest;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// An ensemble of decision trees that scores rows of numbers. Immutable and safe for any number of threads.
///
/// A row holds one value a feature, in the features' order; NaN is missing and goes where the training decided for each
/// node; positive and negative zero are equal; infinities are values like others. All arithmetic is that of the library
/// that wrote the model, in its type and its order, so that margins are equal to its own to the last bit.
///
/// A *margin* is the sum over the trees, a *score* what the [Link] makes of it: a probability, a count, a value. A row
/// has [#outputs()] of either: one for regression, ranking and two classes (the score is that of class 1), one a class
/// for more, one a target for models of several targets.
public final class Forest {
    private final ModelFacts facts;
    private final Summation summation;
    private final Scoring scoring;
    private final List<Tree> trees;
    private final int[] roundEnds;
    private final Kernels kernels;

    /// @param trees in the order in which they are summed
    /// @param roundEnds for each round of training the number of the first tree that no longer belongs to it
    Forest(ModelFacts facts, Summation summation, Scoring scoring, List<Tree> trees, int[] roundEnds) {
        this.facts = facts;
        this.summation = summation;
        this.scoring = scoring;
        this.trees = List.copyOf(trees);
        this.roundEnds = roundEnds;
        this.kernels = Kernels.of(summation, this.trees);
    }

    /// How many values a row has.
    ///
    /// @return the number of features
    public int features() {
        return facts.features();
    }

    /// The features' names in the order of a row's values.
    ///
    /// @return [#features()] names, or none where the model's file does not name them
    public List<String> featureNames() {
        return facts.featureNames();
    }

    /// How many margins and scores a row has.
    ///
    /// @return 1 for regression, ranking and two classes; else the number of classes or targets
    public int outputs() {
        return summation.outputs();
    }

    /// How many trees the model has.
    ///
    /// @return the number of trees; 0 for a model that always answers its base score
    public int trees() {
        return roundEnds.length == 0 ? 0 : roundEnds[roundEnds.length - 1];
    }

    /// In how many rounds the trees were trained.
    ///
    /// @return the number of rounds
    public int rounds() {
        return roundEnds.length;
    }

    /// The best round that early stopping noted in the file, counted from 0. All trees count nevertheless, as in
    /// XGBoost's `Booster.predict`; `forest.firstRounds(best + 1)` is what its scikit-learn classes predict with.
    ///
    /// @return the round; empty where training did not stop early or the file does not say
    public OptionalInt bestRound() {
        return facts.bestRound() < 0 ? OptionalInt.empty() : OptionalInt.of(facts.bestRound());
    }

    /// What turns margins into scores.
    ///
    /// @return the link
    public Link link() {
        return scoring.link();
    }

    /// Whether the model chooses among classes, so that [#classes(Rows)] has an answer.
    ///
    /// @return false for regression and ranking
    public boolean isClassifier() {
        return facts.answer() == ModelFacts.Answer.CLASSES;
    }

    /// The classes' names, in the order of the numbers that [#classes(Rows)] gives.
    ///
    /// @return the names; none where the file does not name them
    public List<String> classNames() {
        return facts.classNames();
    }

    /// What the model was trained for, in the words of its library.
    ///
    /// @return for example `binary:logistic`; empty where the file does not say
    public String objective() {
        return facts.objective();
    }

    /// Whose model it is.
    ///
    /// @return the library
    public Library library() {
        return facts.library();
    }

    /// Which release of the library wrote the model.
    ///
    /// @return for example `3.0.4`; empty where the file does not say
    public String libraryVersion() {
        return facts.version();
    }

    /// The forest of the first rounds of training.
    ///
    /// @param rounds from 0 to [#rounds()]
    /// @return the smaller forest
    /// @throws IllegalArgumentException where there are not so many rounds
    public Forest firstRounds(int rounds) {
        if (rounds < 0 || rounds > roundEnds.length) {
            throw new IllegalArgumentException(
                    "the model has " + roundEnds.length + " rounds, of which the first " + rounds + " are asked for");
        }
        int end = rounds == 0 ? 0 : roundEnds[rounds - 1];
        return new Forest(
                facts,
                summation,
                scoring,
                trees.stream().filter(t -> t.number() < end).toList(),
                Arrays.copyOf(roundEnds, rounds));
    }

    /// The margin of one row, in a forest of one output.
    ///
    /// @param row [#features()] values
    /// @return the margin; of a forest that sums doubles, rounded
    /// @throws IllegalArgumentException where the row has another number of values
    /// @throws IllegalStateException where the forest has several outputs
    public float margin(float[] row) {
        check(row.length);
        return sums(Rows.of(row, facts.features())).asFloats()[0];
    }

    /// The margin of one row, in a forest of one output.
    ///
    /// @param row [#features()] values
    /// @return the margin
    /// @throws IllegalArgumentException where the row has another number of values
    /// @throws IllegalStateException where the forest has several outputs
    public double margin(double[] row) {
        check(row.length);
        return sums(Rows.of(row, facts.features())).asDoubles()[0];
    }

    /// The score of one row, in a forest of one output.
    ///
    /// @param row [#features()] values
    /// @return the score; of a forest that sums doubles, rounded
    /// @throws IllegalArgumentException where the row has another number of values
    /// @throws IllegalStateException where the forest has several outputs
    public float score(float[] row) {
        check(row.length);
        return (float) scoring.one(prepared(sums(Rows.of(row, facts.features())).asDoubles())[0]);
    }

    /// The score of one row, in a forest of one output.
    ///
    /// @param row [#features()] values
    /// @return the score
    /// @throws IllegalArgumentException where the row has another number of values
    /// @throws IllegalStateException where the forest has several outputs
    public double score(double[] row) {
        check(row.length);
        return scoring.one(prepared(sums(Rows.of(row, facts.features())).asDoubles())[0]);
    }

    /// The margins of many rows; per row faster than one call for each.
    ///
    /// @param rows values row after row, a multiple of [#features()]; may be empty
    /// @return [#outputs()] margins a row, row after row; of a forest that sums doubles, rounded
    /// @throws IllegalArgumentException where the values do not make whole rows
    public float[] margins(float[] rows) {
        return sums(Rows.of(rows, facts.features())).asFloats();
    }

    /// The scores of many rows; per row faster than one call for each.
    ///
    /// @param rows values row after row, a multiple of [#features()]; may be empty
    /// @return [#outputs()] scores a row, row after row; of a forest that sums doubles, rounded
    /// @throws IllegalArgumentException where the values do not make whole rows
    public float[] scores(float[] rows) {
        Sums sums = sums(Rows.of(rows, facts.features()));
        return switch (summation.precision()) {
            case FLOAT -> {
                scoring.apply(sums.floats, outputs());
                yield sums.floats;
            }
            case DOUBLE -> {
                scoring.apply(prepared(sums.doubles), outputs());
                yield sums.asFloats();
            }
        };
    }

    /// The margins of many rows.
    ///
    /// @param rows rows of [#features()] values
    /// @return [#outputs()] margins a row, row after row; of a forest that sums floats, exactly those floats
    /// @throws IllegalArgumentException where the rows have another number of values
    public double[] margins(Rows rows) {
        return sums(rows).asDoubles();
    }

    /// The scores of many rows.
    ///
    /// @param rows rows of [#features()] values
    /// @return [#outputs()] scores a row, row after row; of a forest that sums floats, exactly those floats
    /// @throws IllegalArgumentException where the rows have another number of values
    public double[] scores(Rows rows) {
        double[] values = prepared(sums(rows).asDoubles());
        scoring.apply(values, outputs());
        return values;
    }

    /// The class of each row: of two, class 1 where its score is above one half; of more, the one with the greatest
    /// score, the first of equal ones.
    ///
    /// @param rows rows of [#features()] values
    /// @return a class's number a row
    /// @throws IllegalArgumentException where the rows have another number of values
    /// @throws IllegalStateException where the model does not choose among classes
    public int[] classes(Rows rows) {
        if (!isClassifier()) {
            throw new IllegalStateException(
                    "the model answers with numbers, not with classes: its objective is '" + facts.objective() + "'");
        }
        double[] values = facts.library() == Library.ONNX ? margins(rows) : scores(rows);
        int[] classes = new int[rows.count()];
        int outputs = outputs();
        for (int row = 0; row < classes.length; row++) {
            if (outputs == 1) {
                classes[row] = values[row] > facts.classBound() ? 1 : 0;
                continue;
            }
            for (int i = 1; i < outputs; i++) {
                if (values[row * outputs + i] > values[row * outputs + classes[row]]) {
                    classes[row] = i;
                }
            }
        }
        return classes;
    }

    /// The leaf that each row comes to in each tree, in the library's numbering: XGBoost's is the node's place in its
    /// tree, LightGBM's counts the leaves alone.
    ///
    /// @param rows rows of [#features()] values
    /// @return [#trees()] leaves a row, row after row
    /// @throws IllegalArgumentException where the rows have another number of values
    public int[] leaves(Rows rows) {
        check(rows);
        int[] leaves = new int[Math.multiplyExact(rows.count(), trees())];
        for (Tree tree : trees) {
            for (int row = 0; row < rows.count(); row++) {
                leaves[row * trees() + tree.number()] = tree.leaf(rows, row, summation.precision()) - tree.leafBase();
            }
        }
        return leaves;
    }

    /// How much each feature moved each margin away from the mean over the training rows: SHAP values, as XGBoost's
    /// `pred_contribs` and LightGBM's `pred_contrib` give them, computed in double. The numbers of an output add up to its
    /// margin.
    ///
    /// @param rows rows of [#features()] values
    /// @return for each row and output [#features()] contributions and the mean: `features + 1` numbers
    /// @throws IllegalArgumentException where the rows have another number of values
    /// @throws IllegalStateException where the model's file does not say how many rows came to each node (ONNX), its
    ///     leaves are linear models, or a tree has more than 1000 levels
    public double[] contributions(Rows rows) {
        check(rows);
        if (!summation.aggregate().isSum()) {
            throw new IllegalStateException("contributions are not defined for a forest that takes the "
                    + summation.aggregate() + " of its trees");
        }
        int width = facts.features() + 1;
        double[] all = new double[Math.multiplyExact(rows.count() * outputs(), width)];
        new Contributions(summation.precision(), facts.features(), trees).add(rows, outputs(), all);
        for (int i = 0; i < all.length; i++) {
            if (summation.aggregate() == Aggregate.AVERAGE && roundEnds.length > 0) {
                all[i] /= roundEnds.length;
            }
            if (i % width == facts.features()) {
                int output = i / width % outputs();
                all[i] += summation.start()[output] + summation.offset()[output];
            }
        }
        return all;
    }

    /// What of the margins goes into the link, in their place.
    private double[] prepared(double[] margins) {
        switch (scoring.of()) {
            case MARGIN -> {}
            case MEAN -> {
                for (int i = 0; i < margins.length; i++) {
                    margins[i] /= Math.max(1, roundEnds.length);
                }
            }
        }
        return margins;
    }

    /// What the forest is made of, for those who write it in another format.
    ///
    /// @return its parts
    public ForestParts parts() {
        return new ForestParts(
                trees.stream().map(TreeParts::new).toList(),
                switch (summation.aggregate()) {
                    case SUM, AVERAGE -> ForestParts.Aggregation.SUM;
                    case MIN -> ForestParts.Aggregation.LEAST;
                    case MAX -> ForestParts.Aggregation.GREATEST;
                },
                Arrays.stream(summation.start()).boxed().toList(),
                divides() && roundEnds.length > 0 ? roundEnds.length : 1,
                Arrays.stream(summation.offset()).boxed().toList(),
                scoring.steepness(),
                summation.precision() == Precision.FLOAT);
    }

    /// Whether scores are made of sums that are divided by the number of rounds.
    private boolean divides() {
        return summation.aggregate() == Aggregate.AVERAGE || scoring.of() == Scoring.Of.MEAN;
    }

    private Sums sums(Rows rows) {
        check(rows);
        Sums sums = Sums.of(summation.precision(), rows.count(), summation.start());
        kernels.add(rows, sums);
        if (summation.needsFinish()) {
            summation.finish(sums, roundEnds.length);
        }
        return sums;
    }

    private void check(Rows rows) {
        if (rows.features() != facts.features()) {
            throw new IllegalArgumentException(
                    "the rows have " + rows.features() + " values each, but the model takes " + facts.features());
        }
    }

    private void check(int values) {
        if (values != facts.features()) {
            throw new IllegalArgumentException(
                    "the row has " + values + " values, but the model takes " + facts.features());
        }
        if (outputs() != 1) {
            throw new IllegalStateException(
                    "the model has " + outputs() + " outputs a row: ask for margins or scores, in the plural");
        }
    }
}
