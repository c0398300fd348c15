package io.indago.host;

import static java.util.Objects.requireNonNull;

/**
 * Something is wrong with a plugin or its settings. Problems are values: listed, never thrown.
 *
 * @param plugin the plugin's name; blank when the problem is none of a plugin's
 * @param message what is wrong and what to do about it, without secrets
 */
public record PluginProblem(Severity severity, String plugin, Phase phase, String message) {

    public PluginProblem {
        requireNonNull(severity, "severity");
        requireNonNull(plugin, "plugin");
        requireNonNull(phase, "phase");
        requireNonNull(message, "message");
    }

    /** How bad it is. */
    public enum Severity {
        /** It works, but someone should look. */
        WARNING,
        /** Something can't be used. */
        ERROR
    }

    /** When it showed. */
    public enum Phase {
        /** Looking at the files, before any class is loaded. */
        SCAN,
        /** Loading classes and asking what the plugin offers. */
        LOAD,
        /** Reading settings and creating providers. */
        CONFIGURE,
        /** Taking the place of what ran before. */
        REPLACE,
        /** Lookups and health checks. */
        RUN,
        /** Closing. */
        CLOSE
    }
}
