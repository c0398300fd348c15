package io.indago.client;

import static io.indago.client.ClientJson.orEmpty;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.indago.client.Inventory.PluginProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a hub says of one provider or connector. What it does not say is empty. Everything in it that came from a
 * plugin is hostile text.
 *
 * @param kind {@code provider} or {@code connector}
 * @param plugin what it comes from
 * @param state {@code ready}, {@code held_back}, {@code disabled}, {@code unconfigured} or {@code failed}; later hubs may
 *     know more
 * @param reason why it is not asked now
 * @param heldBack by what, when it is
 * @param sandbox whether the sandbox, or a recording, answers in its place
 * @param hosts the only hosts its calls go to
 * @param exposure what asking it reveals: {@code local}, {@code vendor}, {@code target}, {@code public}
 * @param maxTlp the strictest TLP it may be asked under, or told
 * @param missingSettings what it needs and has not, by all names
 * @param quotas what is left of each of its limits
 * @param health empty before the first check
 * @param recent its last lookups
 * @param problems what is wrong with its plugin
 * @param json the document as it was received
 */
public record PluginDetails(
        String id,
        Optional<String> kind,
        Optional<String> title,
        Optional<String> homepage,
        Optional<Source> plugin,
        String state,
        Optional<String> reason,
        Optional<Hold> heldBack,
        boolean sandbox,
        List<String> types,
        List<String> hosts,
        Optional<String> exposure,
        Optional<String> maxTlp,
        Optional<String> reliability,
        Optional<String> reliabilityReason,
        List<Setting> settings,
        List<String> missingSettings,
        List<Quota> quotas,
        Optional<PluginHealth> health,
        Optional<Recent> recent,
        Optional<Breaker> breaker,
        Optional<Connections> connections,
        Optional<CacheUse> cache,
        List<PluginProblem> problems,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {

    public PluginDetails {
        requireNonNull(id, "id");
        requireNonNull(state, "state");
        types = orEmpty(types);
        hosts = orEmpty(hosts);
        settings = orEmpty(settings);
        missingSettings = orEmpty(missingSettings);
        quotas = orEmpty(quotas);
        problems = orEmpty(problems);
        requireNonNull(json, "json");
    }

    /** The plugin something comes from. */
    public record Source(
            String name,
            Optional<String> state,
            Optional<String> version,
            Optional<String> apiVersion,
            List<Jar> jars) {
        public Source {
            requireNonNull(name, "name");
            jars = orEmpty(jars);
        }
    }

    /** A file a plugin was loaded from. */
    public record Jar(String file, Optional<String> sha256) {
        public Jar {
            requireNonNull(file, "file");
        }
    }

    /**
     * What holds it back.
     *
     * @param by {@code breaker}, {@code credential}, {@code rate_limit} or {@code health}; later hubs may know more
     * @param until empty when it does not end by the clock
     */
    public record Hold(Optional<String> by, Optional<String> reason, Optional<Instant> until) {}

    /**
     * Something it can be given.
     *
     * @param given whether someone gave it
     * @param from {@code environment}, {@code settings}, {@code default} or {@code nowhere}
     * @param value empty for a secret
     */
    public record Setting(
            String name,
            boolean required,
            boolean secret,
            boolean given,
            Optional<String> from,
            Optional<String> value,
            Optional<String> help) {
        public Setting {
            requireNonNull(name, "name");
        }
    }

    /**
     * One of its limits.
     *
     * @param calls how many there may be in a window
     * @param left for all replicas together, as far as the one that answered knows
     * @param held how many of these that one has leased
     * @param freeAt when there is a call again
     */
    public record Quota(
            Optional<Long> calls,
            Optional<Duration> window,
            Optional<Long> left,
            Optional<Long> held,
            Optional<Instant> freeAt) {
        /** Whether it is known to allow no call now. */
        public boolean isSpent() {
            return left.filter(calls -> calls <= 0).isPresent();
        }
    }

    /**
     * Its last lookups.
     *
     * @param successRate the share of hits and of no data, 0 to 1
     * @param statuses how many ended how
     */
    public record Recent(
            long lookups,
            Optional<Double> successRate,
            Optional<Long> p50Millis,
            Optional<Long> p95Millis,
            Optional<Long> p99Millis,
            Map<String, Long> statuses) {
        public Recent {
            statuses = statuses == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
        }
    }

    /**
     * What keeps lookups from it while too many fail.
     *
     * @param state {@code closed}, {@code open} or {@code half_open}
     * @param failureRate in percent
     * @param until when it is tried again
     */
    public record Breaker(String state, Optional<Double> failureRate, Optional<Instant> until) {
        public Breaker {
            requireNonNull(state, "state");
        }
    }

    /** Its connections now, and how many calls wait for one. */
    public record Connections(Optional<Long> limit, Optional<Long> inUse, Optional<Long> waiting) {}

    /** How many of its answers are kept, and how often one was looked for and found, or not. */
    public record CacheUse(Optional<Long> entries, Optional<Long> hits, Optional<Long> misses) {}
}
