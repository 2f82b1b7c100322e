package io.steelyard.forest;

/// What a node of an ONNX tree tests, brought into the common form: there the test sends rows left, so that the tests
/// "greater" exchange the children.
///
/// @param test the test of [Tree]
/// @param exchanged whether the child for "true" is the right one
/// @param missingIsTrue whether the test holds for NaN
record OnnxDecision(int test, boolean exchanged, boolean missingIsTrue) {
    static final OnnxDecision MEMBER = new OnnxDecision(Tree.MEMBER, false, false);

    /// @param mode as the older operators spell it
    static OnnxDecision of(String mode) {
        return switch (mode) {
            case "BRANCH_LEQ" -> new OnnxDecision(Tree.AT_MOST, false, false);
            case "BRANCH_LT" -> new OnnxDecision(Tree.LESS, false, false);
            case "BRANCH_GTE" -> new OnnxDecision(Tree.LESS, true, false);
            case "BRANCH_GT" -> new OnnxDecision(Tree.AT_MOST, true, false);
            case "BRANCH_EQ" -> new OnnxDecision(Tree.EQUAL, false, false);
            case "BRANCH_NEQ" -> new OnnxDecision(Tree.EQUAL, true, true);
            default -> throw new ForestException("the mode '" + mode + "' is not supported");
        };
    }

    /// @param mode as `TreeEnsemble` numbers it
    static OnnxDecision of(int mode) {
        return switch (mode) {
            case 0 -> of("BRANCH_LEQ");
            case 1 -> of("BRANCH_LT");
            case 2 -> of("BRANCH_GTE");
            case 3 -> of("BRANCH_GT");
            case 4 -> of("BRANCH_EQ");
            case 5 -> of("BRANCH_NEQ");
            case 6 -> MEMBER;
            default -> throw new ForestException("the mode " + mode + " is not supported: there are 0 to 6");
        };
    }

    /// The decision of a node in the common form.
    ///
    /// @param missingTracksTrue whether the file sends missing values the way of "true"
    byte decision(boolean missingTracksTrue) {
        boolean isTrue = missingTracksTrue || missingIsTrue;
        return (byte) (test | (isTrue != exchanged ? Tree.MISSING_LEFT : 0));
    }
}
