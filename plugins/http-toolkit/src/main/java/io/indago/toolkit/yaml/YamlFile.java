package io.indago.toolkit.yaml;

import io.indago.toolkit.yaml.YamlScalar.Type;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads one mapping from YAML, from the parser's events: nothing is constructed, so tags create nothing and aliases
 * multiply nothing; both are refused.
 */
public final class YamlFile {
    private static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_DEPTH = 20;

    private final Problems problems;
    private final Iterator<Event> events;

    private YamlFile(Problems problems, Iterator<Event> events) {
        this.problems = problems;
        this.events = events;
    }

    /** A reason to go no further; it is among the problems already. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Empty when it can't be read, which is a problem then. */
    public static Optional<YamlMap> read(byte[] bytes, Problems problems) {
        if (bytes.length > MAX_BYTES) {
            problems.add("is longer than " + MAX_BYTES / 1024 + " KiB");
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Iterator<Event> events =
                    new Yaml(new LoaderOptions()).parse(new StringReader(text)).iterator();
            return new YamlFile(problems, events).only();
        } catch (CharacterCodingException e) {
            problems.add("is not in UTF-8");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(line, "", "no valid YAML: " + e.getProblem());
        } catch (ReaderException e) {
            problems.add("no valid YAML: it has the character U+%04X".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            problems.add("no valid YAML: " + e.getMessage());
        } catch (Unreadable e) {
            // has been said
        }
        return Optional.empty();
    }

    private Optional<YamlMap> only() {
        events.next(); // the stream's start
        if (!(events.next() instanceof DocumentStartEvent)) {
            problems.add("is empty");
            return Optional.empty();
        }
        YamlNode root = node("", events.next(), 0);
        events.next(); // the document's end
        if (events.next() instanceof DocumentStartEvent second) {
            problems.add(line(second), "", "a file holds one descriptor: make a file of the second");
        }
        if (root instanceof YamlMap map) {
            return Optional.of(map);
        }
        problems.add(root, "is " + root.kind() + ", expected a mapping with the descriptor's fields");
        return Optional.empty();
    }

    private YamlNode node(String path, Event event, int depth) {
        if (event instanceof AliasEvent alias) {
            throw refused(event, path, "aliases are not allowed: write out what *" + alias.getAnchor() + " stands for");
        }
        if (event instanceof NodeEvent anchored && anchored.getAnchor() != null) {
            problems.add(line(event), path, "anchors are not allowed: remove &" + anchored.getAnchor());
        }
        if (depth > MAX_DEPTH) {
            throw refused(event, path, "is nested deeper than " + MAX_DEPTH);
        }
        if (event instanceof MappingStartEvent start) {
            refuseTag(start.getTag(), event, path);
            return map(path, event, depth);
        }
        if (event instanceof SequenceStartEvent start) {
            refuseTag(start.getTag(), event, path);
            return list(path, event, depth);
        }
        return scalar(path, (ScalarEvent) event);
    }

    private YamlMap map(String path, Event start, int depth) {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        YamlMap named = new YamlMap(path, line(start), Map.of(), Map.of());
        for (Event key = events.next(); !key.is(Event.ID.MappingEnd); key = events.next()) {
            if (!(key instanceof ScalarEvent scalar)) {
                throw refused(key, path, "a field's name must be a text");
            }
            String name = scalar.getValue();
            YamlNode value = node(named.path(name), events.next(), depth + 1);
            if (fields.putIfAbsent(name, value) == null) {
                lines.put(name, line(key));
            } else {
                problems.add(line(key), named.path(name), "is there twice, first in line " + lines.get(name));
            }
        }
        return new YamlMap(path, line(start), fields, lines);
    }

    private YamlList list(String path, Event start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event item = events.next(); !item.is(Event.ID.SequenceEnd); item = events.next()) {
            items.add(node(path + "[" + items.size() + "]", item, depth + 1));
        }
        return new YamlList(path, line(start), items);
    }

    private YamlScalar scalar(String path, ScalarEvent event) {
        if (!"!".equals(event.getTag())) {
            refuseTag(event.getTag(), event, path);
        }
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        boolean block = event.getScalarStyle() == ScalarStyle.LITERAL || event.getScalarStyle() == ScalarStyle.FOLDED;
        return new YamlScalar(
                path,
                line(event),
                event.getValue(),
                plain ? Type.ofPlain(event.getValue()) : Type.TEXT,
                line(event) + (block ? 1 : 0));
    }

    private void refuseTag(@Nullable String tag, Event event, String path) {
        if (tag != null) {
            problems.add(line(event), path, "tags are not allowed: remove " + tag);
        }
    }

    private Unreadable refused(Event event, String path, String sentence) {
        problems.add(line(event), path, sentence);
        return new Unreadable();
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }
}
