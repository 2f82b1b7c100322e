package io.steelyard.tracking.search;

import io.steelyard.tracking.LoggedModelSearch;
import io.steelyard.tracking.search.Filter.And;
import io.steelyard.tracking.search.Filter.Or;
import io.steelyard.tracking.search.Filter.PresenceTest;
import io.steelyard.tracking.search.Filter.TextTest;
import java.util.List;

/// The language of each search: which fields there are and how they may be compared. It is MLflow's with OR, NOT and
/// parentheses: AND binds more tightly than OR, NOT more tightly than AND. Differs from MLflow also in that a quote is
/// doubled to stand in a text (`'it''s'`).
public enum SearchGrammar {
    /// Of runs.
    RUNS,
    /// Of experiments.
    EXPERIMENTS,
    /// Of logged models.
    LOGGED_MODELS,
    /// Of registered models. Prompts are left out unless the filter names their tag.
    REGISTERED_MODELS,
    /// Of versions of registered models. Prompts are left out unless the filter names their tag.
    MODEL_VERSIONS;

    /// The tag that a prompt has, with the value `true`. In the registry's filters, `= 'false'` and `!= 'true'` on it
    /// match what has no such tag too.
    public static final String PROMPT_TAG = "mlflow.prompt.is_prompt";

    private static final SearchField PROMPT = SearchField.tag(PROMPT_TAG);
    private static final Filter NO_PROMPT =
            new Or(List.of(new TextTest(PROMPT, Operator.NE, "true"), new PresenceTest(PROMPT, Operator.IS_NULL)));

    private Grammar grammar() {
        return switch (this) {
            case RUNS -> Grammar.RUNS;
            case EXPERIMENTS -> Grammar.EXPERIMENTS;
            case LOGGED_MODELS -> Grammar.LOGGED_MODELS;
            case REGISTERED_MODELS -> Grammar.REGISTERED_MODELS;
            case MODEL_VERSIONS -> Grammar.MODEL_VERSIONS;
        };
    }

    /// Reads a filter.
    ///
    /// @param text the filter; empty or blank: [Filter#all], without prompts
    /// @return the filter
    /// @throws TrackingException of kind INVALID where it is none; the message says what is wrong and shows where
    public Filter filter(String text) {
        Filter read = FilterReader.read(grammar(), text);
        return switch (grammar().prompts()) {
            case NONE -> read;
            case LEFT_OUT -> {
                if (read.tests().anyMatch(test -> test.field().equals(PROMPT))) {
                    yield withoutTag(read);
                }
                yield read.equals(Filter.all()) ? NO_PROMPT : new And(List.of(read, NO_PROMPT));
            }
        };
    }

    private static Filter withoutTag(Filter filter) {
        return switch (filter) {
            case And and ->
                new And(and.parts().stream().map(SearchGrammar::withoutTag).toList());
            case Or or ->
                new Or(or.parts().stream().map(SearchGrammar::withoutTag).toList());
            case Filter.Not not -> new Filter.Not(withoutTag(not.inner()));
            case TextTest test -> {
                boolean no = test.operator() == Operator.EQ && test.value().equals("false");
                boolean notYes = test.operator() == Operator.NE && test.value().equals("true");
                boolean meansNone = test.field().equals(PROMPT) && (no || notYes);
                yield meansNone ? new Or(List.of(test, new PresenceTest(PROMPT, Operator.IS_NULL))) : test;
            }
            case Filter.NumberTest test -> test;
            case Filter.ListTest test -> test;
            case PresenceTest test -> test;
        };
    }

    /// Reads what to order by.
    ///
    /// @param clauses one field each, with ASC (where nothing is said) or DESC, for example `metrics.auc DESC`
    /// @return the order, with what decides in the end where the clauses leave two rows equal
    /// @throws TrackingException of kind INVALID where a clause is none, or names a field again
    public List<OrderBy> order(List<String> clauses) {
        return new OrderReader(grammar()).read(clauses);
    }

    /// Reads what to order logged models by.
    ///
    /// @param orders the fields
    /// @return the order, with what decides in the end where they leave two models equal
    /// @throws TrackingException of kind INVALID where there is no such field
    public static List<OrderBy> modelOrder(List<LoggedModelSearch.Order> orders) {
        return new OrderReader(Grammar.LOGGED_MODELS).readModels(orders);
    }
}
