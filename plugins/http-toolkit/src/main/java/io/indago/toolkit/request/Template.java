package io.indago.toolkit.request;

import io.indago.toolkit.format.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders: {@code {value}}; {@code {{} and {@code }}} are the braces themselves. Filled in it is the
 * plain text: whoever puts it into a path, a query or JSON encodes it for there.
 */
public final class Template {
    private static final Pattern PARTS =
            Pattern.compile("\\{\\{|}}|\\{(?<name>[a-zA-Z][a-zA-Z0-9.-]*)}|(?<wrong>[{}])|[^{}]+");

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    private record Part(String text, boolean placeholder) {}

    /**
     * The template.
     *
     * @throws IllegalArgumentException with a sentence when it has a brace too many, or a placeholder nobody knows
     */
    public static Template of(String text, Collection<String> known) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PARTS.matcher(text);
        while (matcher.find()) {
            String name = matcher.group("name");
            if (matcher.group("wrong") != null) {
                throw new IllegalArgumentException("has a lone " + matcher.group() + " in '" + text + "': write "
                        + matcher.group().repeat(2) + " for the character itself");
            }
            if (name != null && !known.contains(name)) {
                throw new IllegalArgumentException("has the unknown placeholder {" + name + "}: "
                        + Nearest.to(name, known)
                                .map(near -> "did you mean {" + near + "}?")
                                .orElse("known are " + known));
            }
            parts.add(name != null ? new Part(name, true) : new Part(literal(matcher.group()), false));
        }
        return new Template(parts);
    }

    private static String literal(String written) {
        return written.equals("{{") || written.equals("}}") ? written.substring(1) : written;
    }

    /** The text; empty when a placeholder has no value. */
    public Optional<String> fill(Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            String text = part.placeholder() ? values.get(part.text()) : part.text();
            if (text == null) {
                return Optional.empty();
            }
            filled.append(text);
        }
        return Optional.of(filled.toString());
    }

    /** The placeholder it is and nothing else; empty when there is more to it. */
    Optional<String> alone() {
        return parts.size() == 1 && parts.get(0).placeholder()
                ? Optional.of(parts.get(0).text())
                : Optional.empty();
    }
}
