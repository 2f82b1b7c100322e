package io.steelyard.pipeline;

import io.steelyard.pipeline.ReproductionReport.Difference;
import io.steelyard.pipeline.provenance.GitState;
import io.steelyard.pipeline.provenance.Library;
import io.steelyard.pipeline.provenance.Provenance;
import io.steelyard.pipeline.provenance.Surroundings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What stands around a run differently now than when it was made: it may explain why a repetition differs, and fails
/// nothing by itself.
final class ChangedSurroundings {
    private static final String ABSENT = "absent";
    private static final int DIGITS = 12;

    private ChangedSurroundings() {}

    static List<Difference> of(Provenance recorded, GitState git, Surroundings now) {
        List<Difference> differences = new ArrayList<>();
        add(differences, "git commit", commit(recorded.git()), commit(git));
        add(differences, "uncommitted changes", changes(recorded.git()), changes(git));
        Surroundings then = recorded.surroundings();
        add(differences, "steelyard", then.steelyard(), now.steelyard());
        Set<String> facts = new LinkedHashSet<>(then.machine().keySet());
        facts.addAll(now.machine().keySet());
        for (String fact : facts) {
            add(
                    differences,
                    fact,
                    then.machine().getOrDefault(fact, ABSENT),
                    now.machine().getOrDefault(fact, ABSENT));
        }
        Map<String, String> libraries = spelled(then.libraries());
        Map<String, String> found = spelled(now.libraries());
        Set<String> names = new TreeSet<>(libraries.keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            add(differences, "library " + name, libraries.getOrDefault(name, ABSENT), found.getOrDefault(name, ABSENT));
        }
        return differences;
    }

    private static void add(List<Difference> differences, String what, String recorded, String found) {
        if (!recorded.equals(found)) {
            differences.add(new Difference(what, recorded, found));
        }
    }

    private static String commit(GitState git) {
        return git.commit() == null ? "none" : git.commit();
    }

    private static String changes(GitState git) {
        String digest = git.patchSha256();
        return (git.changed().isEmpty() ? "none" : String.join(", ", git.changed()))
                + (digest == null ? "" : " (" + digest.substring(0, DIGITS) + ")");
    }

    /// Each library's versions by name: a name may stand twice on a class path.
    private static Map<String, String> spelled(List<Library> libraries) {
        Map<String, String> spelled = new TreeMap<>();
        for (Library library : libraries) {
            String digest = library.sha256();
            String text = (library.version().isEmpty() ? "without version" : library.version())
                    + (digest.isEmpty() ? "" : " (" + digest.substring(0, DIGITS) + ")");
            spelled.merge(library.name(), text, (one, other) -> one + " and " + other);
        }
        return spelled;
    }
}
