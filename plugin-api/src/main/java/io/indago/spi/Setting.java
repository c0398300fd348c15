package io.indago.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One setting of a plugin, declared as data: the host reads, validates, documents and hides it.
 *
 * @since 1.0
 */
public final class Setting {
    private final String name;
    private final Type type;
    private final boolean required;
    private final Optional<String> defaultValue;
    private final Set<String> allowed;
    private final String help;

    private Setting(
            String name, Type type, boolean required, Optional<String> defaultValue, Set<String> allowed, String help) {
        this.name = requireNonNull(name, "name");
        this.type = type;
        this.required = required;
        this.defaultValue = defaultValue;
        this.allowed = allowed;
        this.help = requireNonNull(help, "help");
    }

    /** @since 1.0 */
    public enum Type {
        TEXT,
        /** Text that no one may see. */
        SECRET,
        /** A whole number. */
        INTEGER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** {@code 500ms}, {@code 10s}, {@code 5m} or ISO 8601, {@code PT10S}. */
        DURATION,
        /**
         * Where a server of the operator's own answers.
         *
         * @since 1.1
         */
        URL
    }

    /**
     * A text setting.
     *
     * @param name lower-case words with hyphens, {@code api-key}: the environment variable is made from it
     * @param help one sentence for the operator: what it is and where to get it
     */
    public static Setting text(String name, String help) {
        return new Setting(name, Type.TEXT, false, Optional.empty(), Set.of(), help);
    }

    /** A setting no one may see. */
    public static Setting secret(String name, String help) {
        return new Setting(name, Type.SECRET, false, Optional.empty(), Set.of(), help);
    }

    /** A whole number. */
    public static Setting integer(String name, String help) {
        return new Setting(name, Type.INTEGER, false, Optional.empty(), Set.of(), help);
    }

    /** True or false. */
    public static Setting flag(String name, String help) {
        return new Setting(name, Type.FLAG, false, Optional.empty(), Set.of(), help);
    }

    /** A span of time. */
    public static Setting duration(String name, String help) {
        return new Setting(name, Type.DURATION, false, Optional.empty(), Set.of(), help);
    }

    /**
     * The address of a server of the operator's own, {@code https://misp.example.org}: calls may go to its host besides
     * the declared ones. In the sandbox it is {@code https://<id>.example}, whatever the operator gives.
     *
     * @since 1.1
     */
    public static Setting url(String name, String help) {
        return new Setting(name, Type.URL, false, Optional.empty(), Set.of(), help);
    }

    /** Without it the provider is not configured, and is not asked. */
    public Setting required() {
        return new Setting(name, type, true, defaultValue, allowed, help);
    }

    /** With that value where the operator gives none. */
    public Setting defaultsTo(String value) {
        return new Setting(name, type, required, Optional.of(value), allowed, help);
    }

    /** With only these values. */
    public Setting oneOf(String... values) {
        return new Setting(name, type, required, defaultValue, new TreeSet<>(Set.of(values)), help);
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isSecret() {
        return type == Type.SECRET;
    }

    /** Empty when there is none. */
    public Optional<String> defaultValue() {
        return defaultValue;
    }

    /** The only values allowed, sorted; empty when any is. */
    public Set<String> allowed() {
        return Set.copyOf(allowed);
    }

    public String help() {
        return help;
    }
}
