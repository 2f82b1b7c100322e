package io.steelyard.tracking.search;

import static io.steelyard.tracking.search.FieldRule.LISTS;
import static io.steelyard.tracking.search.FieldRule.NOT_ONE_OF;
import static io.steelyard.tracking.search.FieldRule.PRESENCE;
import static io.steelyard.tracking.search.FieldRule.number;
import static io.steelyard.tracking.search.FieldRule.text;

import io.steelyard.tracking.search.FieldRule.Numbers;
import io.steelyard.tracking.search.OrderBy.Direction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is legal in one of the searches. Reading, messages and tests take it from here alone.
///
/// @param prefixes what may stand before the first point of a name
/// @param unknownPrefix what is said of another prefix, which is `%s`
/// @param attributes the attributes that a filter may name
/// @param keyed the rules of metrics, parameters and tags
/// @param datasets the fields of data sets
/// @param aliases other spellings of attributes
/// @param lists the names that messages give of what may be compared with a list; empty: all texts
/// @param bareTexts whether a number or word may stand for a text in quotes
/// @param prompts whether prompts are left out where a filter does not name their tag
/// @param orderable the attributes to order by
/// @param orderSources where what is ordered by may stand
/// @param defaultOrder the order where none is asked for
/// @param ties what decides where the order asked for does not, unless it names them
record Grammar(
        Map<String, Source> prefixes,
        String unknownPrefix,
        Map<String, FieldRule> attributes,
        Map<Source, FieldRule> keyed,
        Map<String, FieldRule> datasets,
        Map<String, String> aliases,
        List<String> lists,
        BareTexts bareTexts,
        Prompts prompts,
        Map<String, ValueType> orderable,
        Set<Source> orderSources,
        List<OrderBy> defaultOrder,
        List<OrderBy> ties) {

    enum BareTexts {
        REFUSED,
        TAKEN
    }

    enum Prompts {
        NONE,
        LEFT_OUT
    }

    private static final Map<String, Source> ATTRIBUTES_AND_TAGS =
            Map.of("attribute", Source.ATTRIBUTE, "tag", Source.TAG, "tags", Source.TAG);
    private static final String ONLY_ATTRIBUTES_AND_TAGS =
            "Invalid entity type '%s'. Valid entity types are ('attribute', 'tag', 'tags')";

    static final Grammar RUNS = new Grammar(
            Map.ofEntries(
                    Map.entry("metric", Source.METRIC),
                    Map.entry("metrics", Source.METRIC),
                    Map.entry("parameter", Source.PARAM),
                    Map.entry("parameters", Source.PARAM),
                    Map.entry("param", Source.PARAM),
                    Map.entry("params", Source.PARAM),
                    Map.entry("tag", Source.TAG),
                    Map.entry("tags", Source.TAG),
                    Map.entry("attribute", Source.ATTRIBUTE),
                    Map.entry("attributes", Source.ATTRIBUTE),
                    Map.entry("attr", Source.ATTRIBUTE),
                    Map.entry("run", Source.ATTRIBUTE),
                    Map.entry("dataset", Source.DATASET),
                    Map.entry("datasets", Source.DATASET)),
            "Invalid entity type '%s'. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']",
            Map.of(
                    "artifact_uri", text(NOT_ONE_OF, Set.of()),
                    "end_time", number(Numbers.ANY, NOT_ONE_OF),
                    "run_id", text(NOT_ONE_OF, LISTS),
                    "run_name", text(NOT_ONE_OF, Set.of()),
                    "start_time", number(Numbers.ANY, NOT_ONE_OF),
                    "status", text(NOT_ONE_OF, Set.of()),
                    "user_id", text(NOT_ONE_OF, Set.of())),
            keyed(number(Numbers.ANY, NOT_ONE_OF), text(NOT_ONE_OF, PRESENCE), text(NOT_ONE_OF, PRESENCE)),
            Map.of(
                    "name", text(NOT_ONE_OF, LISTS),
                    "digest", text(NOT_ONE_OF, LISTS),
                    "context", text(NOT_ONE_OF, LISTS)),
            Map.of(
                    "created", "start_time",
                    "Created", "start_time",
                    "run name", "run_name",
                    "Run name", "run_name",
                    "Run Name", "run_name"),
            List.of("run_id"),
            BareTexts.REFUSED,
            Prompts.NONE,
            Map.of(
                    "artifact_uri", ValueType.TEXT,
                    "end_time", ValueType.NUMBER,
                    "run_id", ValueType.TEXT,
                    "run_name", ValueType.TEXT,
                    "start_time", ValueType.NUMBER,
                    "status", ValueType.TEXT,
                    "user_id", ValueType.TEXT),
            Set.of(Source.ATTRIBUTE, Source.METRIC, Source.PARAM, Source.TAG),
            List.of(),
            List.of(by("start_time", ValueType.NUMBER, Direction.DESC), by("run_id", ValueType.TEXT, Direction.ASC)));

    static final Grammar EXPERIMENTS = new Grammar(
            ATTRIBUTES_AND_TAGS,
            ONLY_ATTRIBUTES_AND_TAGS,
            Map.of(
                    "name",
                    text(NOT_ONE_OF, Set.of()),
                    "experiment_id",
                    new FieldRule(
                            ValueType.ID,
                            Set.of(Operator.EQ, Operator.NE, Operator.IN, Operator.NOT_IN),
                            Numbers.ANY,
                            "Invalid comparator for experiment_id: %1$s"),
                    "creation_time",
                    number(Numbers.WHOLE, NOT_ONE_OF),
                    "last_update_time",
                    number(Numbers.WHOLE, NOT_ONE_OF)),
            tags(),
            Map.of(),
            Map.of(),
            List.of("experiment_id"),
            BareTexts.REFUSED,
            Prompts.NONE,
            Map.of(
                    "name", ValueType.TEXT,
                    "experiment_id", ValueType.ID,
                    "creation_time", ValueType.NUMBER,
                    "last_update_time", ValueType.NUMBER),
            Set.of(Source.ATTRIBUTE),
            List.of(
                    by("creation_time", ValueType.NUMBER, Direction.DESC),
                    by("experiment_id", ValueType.ID, Direction.ASC)),
            List.of(by("experiment_id", ValueType.ID, Direction.DESC)));

    private static final String MODEL_REFUSAL = "Invalid comparison operator for %3$s: '%1$s'. Expected one of %2$s.";
    private static final FieldRule MODEL_TEXT = text(MODEL_REFUSAL, LISTS);
    private static final FieldRule MODEL_NUMBER = number(Numbers.ANY, MODEL_REFUSAL);

    static final Grammar LOGGED_MODELS = new Grammar(
            Map.of(
                    "attributes", Source.ATTRIBUTE,
                    "metrics", Source.METRIC,
                    "params", Source.PARAM,
                    "tags", Source.TAG),
            "Invalid entity type: '%s'. Expected one of ['attributes', 'metrics', 'params', 'tags'].",
            Map.of(
                    "name", MODEL_TEXT,
                    "model_id", MODEL_TEXT,
                    "model_type", MODEL_TEXT,
                    "status", MODEL_TEXT,
                    "source_run_id", MODEL_TEXT,
                    "creation_timestamp", MODEL_NUMBER,
                    "last_updated_timestamp", MODEL_NUMBER),
            keyed(MODEL_NUMBER, text(MODEL_REFUSAL, union()), text(MODEL_REFUSAL, union())),
            Map.of(),
            Map.of(
                    "creation_time", "creation_timestamp",
                    "creation_timestamp_ms", "creation_timestamp",
                    "last_updated_time", "last_updated_timestamp",
                    "last_updated_timestamp_ms", "last_updated_timestamp"),
            List.of(),
            BareTexts.TAKEN,
            Prompts.NONE,
            Map.of(
                    "name", ValueType.TEXT,
                    "model_id", ValueType.TEXT,
                    "model_type", ValueType.TEXT,
                    "status", ValueType.TEXT,
                    "source_run_id", ValueType.TEXT,
                    "creation_timestamp", ValueType.NUMBER,
                    "last_updated_timestamp", ValueType.NUMBER),
            Set.of(Source.ATTRIBUTE, Source.METRIC),
            List.of(),
            List.of(
                    by("creation_timestamp", ValueType.NUMBER, Direction.DESC),
                    by("model_id", ValueType.TEXT, Direction.ASC)));

    private static final String ATTRIBUTE_REFUSAL = "Invalid comparator for attribute: %1$s";

    static final Grammar REGISTERED_MODELS = new Grammar(
            ATTRIBUTES_AND_TAGS,
            ONLY_ATTRIBUTES_AND_TAGS,
            Map.of("name", text(ATTRIBUTE_REFUSAL, LISTS)),
            tags(),
            Map.of(),
            Map.of("timestamp", "last_updated_timestamp"),
            List.of("name"),
            BareTexts.REFUSED,
            Prompts.LEFT_OUT,
            Map.of("name", ValueType.TEXT, "last_updated_timestamp", ValueType.NUMBER),
            Set.of(Source.ATTRIBUTE),
            List.of(),
            List.of(by("name", ValueType.TEXT, Direction.ASC)));

    static final Grammar MODEL_VERSIONS = new Grammar(
            ATTRIBUTES_AND_TAGS,
            ONLY_ATTRIBUTES_AND_TAGS,
            Map.of(
                    "name", text(ATTRIBUTE_REFUSAL, LISTS),
                    "run_id", text(ATTRIBUTE_REFUSAL, LISTS),
                    "source_path", text(ATTRIBUTE_REFUSAL, Set.of()),
                    "version_number",
                            number(Numbers.WHOLE_ALSO_QUOTED, "Invalid comparator for attribute version_number: %1$s")),
            tags(),
            Map.of(),
            Map.of(),
            List.of("name", "run_id"),
            BareTexts.REFUSED,
            Prompts.LEFT_OUT,
            Map.of(
                    "name", ValueType.TEXT,
                    "version_number", ValueType.NUMBER,
                    "creation_timestamp", ValueType.NUMBER,
                    "last_updated_timestamp", ValueType.NUMBER),
            Set.of(Source.ATTRIBUTE),
            List.of(),
            List.of(by("name", ValueType.TEXT, Direction.ASC), by("version_number", ValueType.NUMBER, Direction.DESC)));

    private static OrderBy by(String attribute, ValueType type, Direction direction) {
        return new OrderBy(SearchField.attribute(attribute, type), direction);
    }

    private static Map<Source, FieldRule> tags() {
        return Map.of(Source.TAG, text("Invalid comparator for tag: %1$s", PRESENCE));
    }

    private static Map<Source, FieldRule> keyed(FieldRule metrics, FieldRule params, FieldRule tags) {
        return new EnumMap<>(Map.of(Source.METRIC, metrics, Source.PARAM, params, Source.TAG, tags));
    }

    private static Set<Operator> union() {
        return Set.of(Operator.IN, Operator.NOT_IN, Operator.IS_NULL, Operator.IS_NOT_NULL);
    }
}
