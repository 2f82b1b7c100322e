package io.steelyard.tracking.jdbc;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Names for runs that were given none. They are for people to tell runs apart; nothing depends on them.
final class RunNames {
    private static final List<String> ADJECTIVES = List.of(
            "able", "bold", "brave", "bright", "calm", "clever", "crisp", "eager", "early", "fair", "fleet", "gentle",
            "glad", "keen", "kind", "light", "lively", "loyal", "merry", "mild", "neat", "noble", "plain", "proud",
            "quick", "quiet", "rapid", "ready", "sharp", "steady", "sturdy", "swift", "tidy", "upright", "warm",
            "wise");

    private static final List<String> NOUNS = List.of(
            "ant", "badger", "bear", "bee", "bison", "crane", "crow", "deer", "dove", "duck", "eagle", "elk", "falcon",
            "finch", "fox", "goose", "hare", "hawk", "heron", "horse", "ibex", "jay", "lark", "lynx", "mole", "moose",
            "newt", "otter", "owl", "puffin", "raven", "robin", "seal", "stork", "swan", "wren");

    private RunNames() {}

    /// @return for example `calm-heron-384`
    static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return ADJECTIVES.get(random.nextInt(ADJECTIVES.size())) + "-" + NOUNS.get(random.nextInt(NOUNS.size())) + "-"
                + random.nextInt(1000);
    }
}
