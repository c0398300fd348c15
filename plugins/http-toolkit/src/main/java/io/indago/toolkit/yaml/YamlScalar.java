package io.indago.toolkit.yaml;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A single value. What is not quoted is read by the core schema of YAML 1.2, as editors do: {@code no} and
 * {@code 2026-05-04} are texts.
 *
 * @param firstLine where its text begins, which for a block is the line below its mark
 */
public record YamlScalar(String path, int line, String text, Type type, int firstLine) implements YamlNode {
    private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern FLAG = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern FRACTION = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    /** What it is. */
    public enum Type {
        TEXT("a text"),
        WHOLE("a number"),
        FRACTION("a number with a fraction"),
        FLAG("true or false"),
        NOTHING("nothing");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        static Type ofPlain(String text) {
            if (YamlScalar.NOTHING.matcher(text).matches()) {
                return NOTHING;
            }
            if (YamlScalar.FLAG.matcher(text).matches()) {
                return FLAG;
            }
            if (YamlScalar.WHOLE.matcher(text).matches()) {
                return WHOLE;
            }
            return YamlScalar.FRACTION.matcher(text).matches() ? FRACTION : TEXT;
        }
    }

    /** The text; empty when it is a number, a flag or nothing. */
    public Optional<String> asText() {
        return type == Type.TEXT ? Optional.of(text) : Optional.empty();
    }

    @Override
    public String kind() {
        return type.word;
    }
}
