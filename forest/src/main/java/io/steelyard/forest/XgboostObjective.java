package io.steelyard.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What XGBoost trained a model for: the one place that says which objectives are read and what they make of margins.
///
/// @param name the objective's name in the file
/// @param link what makes scores of margins
/// @param base how the base score in the file becomes a margin: the inverse of this link
/// @param answer what scores mean
record XgboostObjective(String name, Link link, Link base, ModelFacts.Answer answer) {
    private static final Map<String, XgboostObjective> ALL = new TreeMap<>();

    static {
        add(Link.LOGISTIC, Link.LOGISTIC, ModelFacts.Answer.CLASSES, "binary:logistic");
        add(Link.LOGISTIC, Link.LOGISTIC, ModelFacts.Answer.NUMBERS, "reg:logistic");
        add(Link.IDENTITY, Link.LOGISTIC, ModelFacts.Answer.NUMBERS, "binary:logitraw");
        add(Link.STEP, Link.IDENTITY, ModelFacts.Answer.CLASSES, "binary:hinge");
        add(Link.SOFTMAX, Link.IDENTITY, ModelFacts.Answer.CLASSES, "multi:softprob", "multi:softmax");
        add(
                Link.EXPONENTIAL,
                Link.EXPONENTIAL,
                ModelFacts.Answer.NUMBERS,
                "count:poisson",
                "reg:gamma",
                "reg:tweedie",
                "survival:cox",
                "survival:aft");
        add(
                Link.IDENTITY,
                Link.IDENTITY,
                ModelFacts.Answer.NUMBERS,
                "reg:squarederror",
                "reg:linear",
                "reg:squaredlogerror",
                "reg:absoluteerror",
                "reg:pseudohubererror",
                "reg:quantileerror",
                "rank:pairwise",
                "rank:ndcg",
                "rank:map");
    }

    static XgboostObjective of(String name) {
        XgboostObjective found = ALL.get(name);
        if (found == null) {
            List<String> names = new ArrayList<>(ALL.keySet());
            throw new ForestException("the objective '" + name + "' is not supported; these are: " + names);
        }
        return found;
    }

    private static void add(Link link, Link base, ModelFacts.Answer answer, String... names) {
        for (String name : names) {
            ALL.put(name, new XgboostObjective(name, link, base, answer));
        }
    }
}
