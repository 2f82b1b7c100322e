package io.steelyard.tracking;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Names for runs and logged models that were given none. They are for people to tell them apart; nothing depends on
/// them.
public final class RandomNames {
    private static final List<String> ADJECTIVES = List.of(
            "able", "bold", "brave", "bright", "calm", "clever", "crisp", "eager", "early", "fair", "fleet", "gentle",
            "glad", "keen", "kind", "light", "lively", "loyal", "merry", "mild", "neat", "noble", "plain", "proud",
            "quick", "quiet", "rapid", "ready", "sharp", "steady", "sturdy", "swift", "tidy", "upright", "warm",
            "wise");

    private static final List<String> NOUNS = List.of(
            "ant", "badger", "bear", "bee", "bison", "crane", "crow", "deer", "dove", "duck", "eagle", "elk", "falcon",
            "finch", "fox", "goose", "hare", "hawk", "heron", "horse", "ibex", "jay", "lark", "lynx", "mole", "moose",
            "newt", "otter", "owl", "puffin", "raven", "robin", "seal", "stork", "swan", "wren");

    private RandomNames() {}

    /// Makes up a name.
    ///
    /// @return for example `calm-heron-384`
    public static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return ADJECTIVES.get(random.nextInt(ADJECTIVES.size())) + "-" + NOUNS.get(random.nextInt(NOUNS.size())) + "-"
                + random.nextInt(1000);
    }
}
