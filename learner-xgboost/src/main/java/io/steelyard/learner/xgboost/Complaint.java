package io.steelyard.learner.xgboost;

import java.util.regex.Pattern;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// What an error of XGBoost says to a user, without the time, the source line and the stack of its C++ code.
final class Complaint {
    private static final Pattern PLACE = Pattern.compile("^\\[[0-9:]+] \\S+:\\d+: ");

    private Complaint() {}

    static String of(XGBoostError error) {
        String message = String.valueOf(error.getMessage());
        int stack = message.indexOf("Stack trace:");
        String said = stack < 0 ? message : message.substring(0, stack);
        return PLACE.matcher(said.strip()).replaceFirst("");
    }
}
