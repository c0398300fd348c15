package io.indago.routes.api;

import io.indago.host.HostedConnector;
import io.indago.host.HostedExtension;
import io.indago.host.PluginJar;
import io.indago.host.PluginStatus;
import io.indago.host.SettingStatus;
import io.indago.host.SettingStatus.Origin;
import io.indago.routes.api.PluginsDocument.ProblemPart;
import io.indago.routes.guard.Hold;
import io.indago.routes.guard.ProviderGuard;
import io.indago.routes.guard.QuotaMeter;
import io.indago.routes.guard.Recent;
import io.indago.routes.provider.AnswerCache;
import io.indago.routes.provider.Connections;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Tlp;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything an operator may want to know of one provider or connector.
 *
 * @param kind {@code provider} or {@code connector}
 * @param plugin what it comes from
 * @param state {@code ready}, {@code held_back}, {@code disabled}, {@code unconfigured} or {@code failed}
 * @param reason why it is not asked now; absent when it is
 * @param heldBack by what, when it is
 * @param traffic where its calls go: {@code live}, {@code record}, {@code sandbox} or {@code replay}
 * @param sandbox whether the sandbox, or a recording, answers in its place
 * @param exposure what asking it reveals, to whom; absent for a connector
 * @param maxTlp the strictest it may be asked under, or told
 * @param missingSettings what it needs and has not, by both names
 * @param quotas what is left of each window; empty without a limit
 * @param health the last check; absent before the first
 * @param recent its last lookups, at most 200
 */
public record PluginDocument(
        String id,
        String kind,
        String title,
        Optional<URI> homepage,
        PluginPart plugin,
        String state,
        Optional<String> reason,
        Optional<HoldPart> heldBack,
        String traffic,
        boolean sandbox,
        List<String> types,
        Set<String> hosts,
        Optional<String> exposure,
        String maxTlp,
        Optional<String> reliability,
        Optional<String> reliabilityReason,
        List<SettingPart> settings,
        List<String> missingSettings,
        List<QuotaPart> quotas,
        Optional<HealthDocument> health,
        RecentPart recent,
        BreakerPart breaker,
        Connections connections,
        AnswerCache.Use cache,
        List<ProblemPart> problems) {

    /** One provider or connector as it is now. */
    static PluginDocument of(
            HostedExtension extension,
            PluginStatus plugin,
            Optional<String> disabled,
            ProviderGuard guard,
            Connections connections,
            AnswerCache.Use cache) {
        Optional<ProviderSpec> provider =
                extension.spec() instanceof ProviderSpec spec ? Optional.of(spec) : Optional.empty();
        Optional<Hold> hold =
                guard.hold().filter(it -> disabled.isEmpty() && extension.state() == HostedExtension.State.READY);
        return new PluginDocument(
                extension.spec().id(),
                provider.isPresent() ? "provider" : "connector",
                extension.spec().title(),
                extension.spec().homepage(),
                PluginPart.of(plugin),
                state(extension, disabled, hold),
                disabled.or(extension::unavailable).or(() -> hold.map(Hold::reason)),
                hold.map(HoldPart::of),
                lower(extension.traffic()),
                extension.sandbox(),
                extension.types().stream().map(IndicatorType::id).toList(),
                extension.hosts(),
                provider.map(spec -> lower(spec.exposure())),
                maxTlp(extension).label(),
                provider.map(spec -> spec.reliability().name()),
                provider.map(ProviderSpec::reliabilityReason),
                extension.settings().stream().map(SettingPart::of).toList(),
                extension.settings().stream()
                        .filter(setting -> setting.setting().isRequired() && setting.given() == Origin.NOWHERE)
                        .map(SettingStatus::name)
                        .toList(),
                guard.quotas().stream().map(QuotaPart::of).toList(),
                HealthDocument.of(guard.health()),
                RecentPart.of(guard.recent()),
                BreakerPart.of(guard, hold),
                connections,
                cache,
                plugin.problems().stream().map(ProblemPart::of).toList());
    }

    /** The operator's word counts for a connector. */
    private static Tlp maxTlp(HostedExtension extension) {
        return extension instanceof HostedConnector connector
                ? connector.conditions().maxTlp()
                : extension.spec().maxTlp();
    }

    private static String state(HostedExtension extension, Optional<String> disabled, Optional<Hold> hold) {
        if (disabled.isPresent()) {
            return "disabled";
        }
        return hold.isPresent() ? "held_back" : lower(extension.state());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The plugin it comes from. */
    public record PluginPart(String name, String state, String version, String apiVersion, List<PluginJar> jars) {
        static PluginPart of(PluginStatus plugin) {
            return new PluginPart(
                    plugin.name(), lower(plugin.state()), plugin.version(), plugin.apiVersion(), plugin.jars());
        }
    }

    /**
     * What holds it back.
     *
     * @param by {@code breaker}, {@code credential}, {@code rate_limit} or {@code health}
     * @param until absent when someone has to act
     */
    public record HoldPart(String by, String reason, Optional<Instant> until) {
        static HoldPart of(Hold hold) {
            return new HoldPart(lower(hold.by()), hold.reason(), hold.until());
        }
    }

    /**
     * One setting.
     *
     * @param from {@code environment}, {@code settings}, {@code default} or {@code nowhere}
     * @param value absent when there is none, and for a secret always
     */
    public record SettingPart(
            String name,
            boolean required,
            boolean secret,
            boolean given,
            String from,
            Optional<String> value,
            String help) {
        static SettingPart of(SettingStatus status) {
            return new SettingPart(
                    status.setting().name(),
                    status.setting().isRequired(),
                    status.setting().isSecret(),
                    status.given() == Origin.ENVIRONMENT || status.given() == Origin.SETTINGS,
                    lower(status.given()),
                    status.value(),
                    status.setting().help());
        }
    }

    /**
     * What is left of one window.
     *
     * @param left for all replicas together, as far as this one knows
     * @param held of these, leased by this replica
     * @param freeAt when there is a call again; now, unless a window is spent
     */
    public record QuotaPart(long calls, Duration window, long left, long held, Instant freeAt) {
        static QuotaPart of(QuotaMeter.Left left) {
            return new QuotaPart(left.quota().calls(), left.quota().window(), left.calls(), left.held(), left.freeAt());
        }
    }

    /** Its last lookups, at most 200, without those the cache answered. */
    public record RecentPart(
            int lookups,
            double successRate,
            long p50Millis,
            long p95Millis,
            long p99Millis,
            Map<String, Integer> statuses) {
        static RecentPart of(Recent recent) {
            Map<String, Integer> statuses = new TreeMap<>();
            recent.statuses().forEach((status, count) -> statuses.put(status.id(), count));
            return new RecentPart(
                    recent.lookups(),
                    recent.successRate(),
                    recent.p50Millis(),
                    recent.p95Millis(),
                    recent.p99Millis(),
                    statuses);
        }
    }

    /**
     * The circuit breaker.
     *
     * @param failureRate of the last lookups, in percent; absent while those are too few
     */
    public record BreakerPart(String state, Optional<Float> failureRate, Optional<Instant> until) {
        static BreakerPart of(ProviderGuard guard, Optional<Hold> hold) {
            return new BreakerPart(
                    guard.breakerState(),
                    guard.failureRate(),
                    hold.filter(it -> it.by() == Hold.By.BREAKER).flatMap(Hold::until));
        }
    }
}
