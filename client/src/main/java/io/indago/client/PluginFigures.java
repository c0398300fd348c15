package io.indago.client;

import io.indago.client.PluginDetails.Breaker;
import io.indago.client.PluginDetails.CacheUse;
import io.indago.client.PluginDetails.Connections;
import io.indago.client.PluginDetails.Quota;
import io.indago.client.PluginDetails.Recent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a provider or connector does, in numbers. */
record PluginFigures(Display display) {

    void addTo(Particulars particulars, PluginDetails details) {
        boolean connector = details.kind().filter("connector"::equals).isPresent();
        particulars.add("quota", details.quotas().stream().map(this::quota).toList());
        particulars.add("health", details.health().map(this::health).orElse("never checked"));
        details.recent().ifPresent(recent -> {
            particulars.add(connector ? "pushes" : "lookups", lookups(recent, connector));
            particulars.add("latency", recent.lookups() == 0 ? "" : latency(recent));
        });
        particulars.add("breaker", details.breaker().map(this::breaker));
        particulars.add("connections", details.connections().map(this::connections));
        particulars.add("cache", details.cache().filter(any -> !connector).map(this::cache));
    }

    String quota(Quota quota) {
        String of = quota.calls().map(calls -> " of " + calls).orElse("");
        String per = quota.window().map(window -> " per " + span(window)).orElse("");
        return quota.left().map(String::valueOf).orElse("?") + of + " left" + per
                + quota.held()
                        .filter(held -> !held.equals(quota.left().orElse(held)))
                        .map(held -> ", " + held + " of these leased by this replica")
                        .orElse("")
                + quota.freeAt()
                        .filter(free -> quota.isSpent())
                        .map(free -> ", again at " + UtcTime.second(free))
                        .orElse("");
    }

    private String health(PluginHealth health) {
        List<String> parts = new ArrayList<>();
        parts.add(health.state() + (health.reason().isBlank() ? "" : ": " + health.reason()));
        health.checkedAt().ifPresent(at -> parts.add("checked " + UtcTime.second(at)));
        health.took().ifPresent(took -> parts.add("took " + seconds(took)));
        if (health.failuresInARow() > 0) {
            parts.add(health.failuresInARow() + " failed in a row");
        }
        return join(parts);
    }

    private String lookups(Recent recent, boolean connector) {
        if (recent.lookups() == 0) {
            return "none lately";
        }
        List<String> parts = new ArrayList<>();
        recent.successRate()
                .ifPresent(rate -> parts.add(answered(rate) + (connector ? " % delivered" : " % answered")));
        parts.add("of the last " + recent.lookups());
        recent.statuses().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(status -> parts.add(status.getValue() + " " + word(status.getKey(), connector)));
        return join(parts);
    }

    /** The hub counts what a connector takes as a hit. */
    private static String word(String status, boolean connector) {
        return connector && status.equals("hit") ? "delivered" : status;
    }

    private String latency(Recent recent) {
        List<String> parts = new ArrayList<>();
        recent.p50Millis().ifPresent(millis -> parts.add("p50 " + millis + " ms"));
        recent.p95Millis().ifPresent(millis -> parts.add("p95 " + millis + " ms"));
        recent.p99Millis().ifPresent(millis -> parts.add("p99 " + millis + " ms"));
        return join(parts);
    }

    private String breaker(Breaker breaker) {
        List<String> parts = new ArrayList<>();
        parts.add(breaker.state().replace('_', ' ')
                + breaker.until().map(end -> " until " + UtcTime.second(end)).orElse(""));
        breaker.failureRate().ifPresent(percent -> parts.add(failed(percent) + " % failed"));
        return join(parts);
    }

    private String connections(Connections connections) {
        List<String> parts = new ArrayList<>();
        connections
                .inUse()
                .ifPresent(inUse -> parts.add(
                        inUse + connections.limit().map(limit -> " of " + limit).orElse("") + " in use"));
        connections.waiting().ifPresent(waiting -> parts.add(waiting + " waiting"));
        return join(parts);
    }

    private String cache(CacheUse cache) {
        List<String> parts = new ArrayList<>();
        cache.entries().ifPresent(entries -> parts.add(entries + " kept"));
        cache.hits().ifPresent(hits -> parts.add(hits + " found"));
        cache.misses().ifPresent(misses -> parts.add(misses + " not found"));
        return join(parts);
    }

    private String join(List<String> parts) {
        return String.join(display.dot(), parts);
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.getSeconds() + time.getNano() / 1e9);
    }

    /** In percent, rounded down: 100 are all of them. */
    private static long answered(double share) {
        return (long) Math.floor(share * 100 + 1e-6);
    }

    /** In percent, rounded up: 0 is none of them. */
    private static long failed(double percent) {
        return (long) Math.ceil(percent - 1e-6);
    }

    private static String span(Duration window) {
        long seconds = window.toSeconds();
        if (seconds > 0 && window.equals(Duration.ofSeconds(seconds))) {
            if (seconds % 86_400 == 0) {
                return some(seconds / 86_400, "day");
            }
            if (seconds % 3_600 == 0) {
                return some(seconds / 3_600, "hour");
            }
            return seconds % 60 == 0 ? some(seconds / 60, "minute") : some(seconds, "second");
        }
        return window.toString();
    }

    private static String some(long number, String unit) {
        return number == 1 ? unit : number + " " + unit + "s";
    }
}
