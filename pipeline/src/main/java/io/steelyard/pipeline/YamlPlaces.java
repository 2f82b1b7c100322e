package io.steelyard.pipeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Where in a YAML text each key and entry stands, so that an error found later can point at its line.
final class YamlPlaces {
    private final Map<String, Mark> places = new HashMap<>();

    private YamlPlaces() {}

    /// Reads the places of a text.
    ///
    /// @param file the file's name, for the error
    /// @param text the YAML text
    /// @return the places
    /// @throws PipelineException with line and column where the text is not YAML
    static YamlPlaces of(String file, String text) {
        YamlPlaces places = new YamlPlaces();
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
            root.ifPresent(node -> places.walk("", node));
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark().map(YamlPlaces::spell).orElse("somewhere");
            throw new PipelineException(file + " is not YAML: " + place + ": " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new PipelineException(file + " is not YAML: " + e.getMessage(), e);
        }
        return places;
    }

    /// The place of a key or entry.
    ///
    /// @param path keys and positions with `.` between them, for example `gates.0.threshold`
    /// @return for example `line 3, column 5`; empty where the text has no such key, nor one that it would stand in
    Optional<String> at(String path) {
        for (String known = path; ; known = known.substring(0, known.lastIndexOf('.'))) {
            Mark mark = places.get(known);
            if (mark != null) {
                return Optional.of(spell(mark));
            }
            if (known.lastIndexOf('.') < 0) {
                return Optional.empty();
            }
        }
    }

    private void walk(String path, Node node) {
        switch (node) {
            case MappingNode mapping -> {
                for (NodeTuple entry : mapping.getValue()) {
                    if (entry.getKeyNode() instanceof ScalarNode key) {
                        String below = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                        key.getStartMark().ifPresent(mark -> places.put(below, mark));
                        walk(below, entry.getValueNode());
                    }
                }
            }
            case SequenceNode sequence -> {
                for (int i = 0; i < sequence.getValue().size(); i++) {
                    Node entry = sequence.getValue().get(i);
                    String below = path + "." + i;
                    entry.getStartMark().ifPresent(mark -> places.put(below, mark));
                    walk(below, entry);
                }
            }
            default -> {
                // a scalar has nothing below it
            }
        }
    }

    private static String spell(Mark mark) {
        return "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }
}
