package io.steelyard.learner.linear;

import io.steelyard.models.ModelFile;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A linear model: for each output the margin `intercept + Σ coefficient · feature`.
///
/// Its file, of the format `linear`, is a JSON object with the keys `kind`, `features`, `classes` (2 for `logistic`, their
/// number for `multinomial`, 0 for `linear`), `coefficients` (a list an output, in the order of the features) and
/// `intercepts` (one an output). Every number reads back to the same bits.
///
/// @param kind what becomes of the margins
/// @param features the columns' names in order
/// @param coefficients an array an output
/// @param intercepts one number an output
record LinearModel(Kind kind, List<String> features, double[][] coefficients, double[] intercepts) {
    /// What becomes of the margins.
    enum Kind {
        /// One margin; the probability of class 1 is its logistic function.
        LOGISTIC("logistic"),
        /// A margin a class; the probabilities are their softmax.
        MULTINOMIAL("multinomial"),
        /// One margin, which is the value.
        LINEAR("linear");

        private final String spelling;

        Kind(String spelling) {
            this.spelling = spelling;
        }
    }

    /// The margins of a row.
    ///
    /// @param values rows after each other
    /// @param row which of them
    /// @return a number an output
    double[] margins(float[] values, int row) {
        double[] margins = intercepts.clone();
        int from = row * features.size();
        for (int output = 0; output < margins.length; output++) {
            double[] coefficient = coefficients[output];
            for (int feature = 0; feature < coefficient.length; feature++) {
                margins[output] += coefficient[feature] * values[from + feature];
            }
        }
        return margins;
    }

    ModelFile file() {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("kind", kind.spelling);
        ArrayNode names = root.putArray("features");
        features.forEach(names::add);
        root.put("classes", switch (kind) {
            case LOGISTIC -> 2;
            case MULTINOMIAL -> intercepts.length;
            case LINEAR -> 0;
        });
        ArrayNode rows = root.putArray("coefficients");
        for (double[] coefficient : coefficients) {
            ArrayNode row = rows.addArray();
            for (double one : coefficient) {
                row.add(one);
            }
        }
        ArrayNode ends = root.putArray("intercepts");
        for (double intercept : intercepts) {
            ends.add(intercept);
        }
        return new ModelFile("linear", "model.json", JsonMapper.shared().writeValueAsBytes(root));
    }
}
