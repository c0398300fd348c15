package io.indago.client;

import static io.indago.client.ClientJson.orEmpty;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The plugins a hub has, their providers and connectors, and what is wrong. Everything in it that came from a plugin is
 * hostile text.
 *
 * @param connectors none from an older hub
 * @param problems what is wrong with settings that belong to no plugin
 * @param json the document as it was received
 */
public record Inventory(
        List<Plugin> plugins,
        List<Extension> providers,
        List<Extension> connectors,
        List<PluginProblem> problems,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {

    public Inventory {
        plugins = List.copyOf(plugins);
        providers = List.copyOf(providers);
        connectors = orEmpty(connectors);
        problems = orEmpty(problems);
        requireNonNull(json, "json");
    }

    /**
     * One plugin.
     *
     * @param state {@code active} when all is well, {@code rejected} when it can't be used; later hubs may know more
     * @param providers the ids of its providers
     */
    public record Plugin(
            String name,
            String state,
            String version,
            String apiVersion,
            List<String> providers,
            List<PluginProblem> problems) {
        public Plugin(
                String name,
                String state,
                @Nullable String version,
                @Nullable String apiVersion,
                @Nullable List<String> providers,
                @Nullable List<PluginProblem> problems) {
            this.name = requireNonNull(name, "name");
            this.state = requireNonNull(state, "state");
            this.version = requireNonNullElse(version, "");
            this.apiVersion = requireNonNullElse(apiVersion, "");
            this.providers = orEmpty(providers);
            this.problems = orEmpty(problems);
        }
    }

    /** Something that is wrong, when it showed, and what to do about it. */
    public record PluginProblem(String severity, String phase, String message) {
        public PluginProblem {
            requireNonNull(severity, "severity");
            requireNonNull(phase, "phase");
            requireNonNull(message, "message");
        }

        String sentence() {
            return severity + " at " + phase + ": " + message;
        }
    }

    /**
     * One provider or connector.
     *
     * @param plugin the name of the plugin it is in
     * @param types of indicators it takes
     * @param hosts the only hosts its calls go to
     * @param exposure what asking it reveals: {@code local}, {@code vendor}, {@code target}, {@code public}; empty for a
     *     connector
     * @param maxTlp the strictest TLP it may be asked under, or told
     * @param available whether it can be asked
     * @param unavailable why it can't
     * @param state {@code ready}, {@code held_back}, {@code disabled} and so on; empty from an older hub
     * @param health empty before the first check
     * @param sandbox whether the sandbox, or a recording, answers in its place
     */
    public record Extension(
            String id,
            String title,
            String plugin,
            List<String> types,
            List<String> hosts,
            Optional<String> exposure,
            Optional<String> maxTlp,
            Optional<String> reliability,
            Optional<String> reliabilityReason,
            Optional<String> homepage,
            boolean available,
            Optional<String> unavailable,
            Optional<String> state,
            Optional<PluginHealth> health,
            boolean sandbox) {
        public Extension {
            requireNonNull(id, "id");
            requireNonNull(title, "title");
            types = orEmpty(types);
            hosts = orEmpty(hosts);
        }
    }
}
