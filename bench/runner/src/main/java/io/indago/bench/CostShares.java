package io.indago.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Whose the processor's time and the allocations were. A sample belongs to the innermost code on its stack that is not
 * the JDK's own. Allocations are counted by samples, since the recorder gives samples on virtual threads wrong weights.
 */
final class CostShares {
    private static final Map<String, List<String>> OWNERS = new LinkedHashMap<>();
    private static final String JDK_ALONE = "the JDK alone: schedulers, pollers";
    private static final int SITES = 15;

    static {
        OWNERS.put(
                "Camel: type conversion", List.of("org.apache.camel.impl.converter", "org.apache.camel.spi.TypeConv"));
        OWNERS.put("Camel: camel-http", List.of("org.apache.camel.component.http", "org.apache.camel.http"));
        OWNERS.put("Camel: the rest", List.of("org.apache.camel"));
        OWNERS.put("HttpClient", List.of("org.apache.hc"));
        OWNERS.put("token: parse and verify", List.of("com.nimbusds", "org.springframework.security.oauth2"));
        OWNERS.put("Spring Security", List.of("org.springframework.security"));
        OWNERS.put("Spring, the rest", List.of("org.springframework"));
        OWNERS.put("Tomcat", List.of("org.apache.tomcat", "org.apache.coyote", "org.apache.catalina"));
        OWNERS.put("Kafka client", List.of("org.apache.kafka"));
        OWNERS.put("PostgreSQL driver and pool", List.of("org.postgresql", "com.zaxxer"));
        OWNERS.put(
                "JSON: write",
                List.of("com.fasterxml.jackson.core.json.UTF8JsonGenerator", "com.fasterxml.jackson.databind.ser"));
        OWNERS.put("JSON: read", List.of("com.fasterxml.jackson", "io.indago.json"));
        OWNERS.put("plugins", List.of("io.indago.bench.provider"));
        OWNERS.put("plugin API", List.of("io.indago.spi"));
        OWNERS.put("plugin host", List.of("io.indago.host"));
        OWNERS.put("routes", List.of("io.indago.routes", "io.indago.indicator"));
        OWNERS.put("hub", List.of("io.indago.hub"));
        OWNERS.put("metrics", List.of("io.micrometer"));
    }

    private final Counts time = new Counts();
    private final Counts allocations = new Counts();
    private final Counts sites = new Counts();
    private Duration pauses = Duration.ZERO;

    static CostShares in(Path file) {
        CostShares shares = new CostShares();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                shares.add(events.readEvent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shares;
    }

    private void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.CPUTimeSample" -> time.add(owner(event));
            case "jdk.ObjectAllocationSample" -> {
                allocations.add(owner(event));
                sites.add(innermost(event, method -> !isOfTheJdk(method)));
            }
            case "jdk.GarbageCollection" -> pauses = pauses.plus(event.getDuration("sumOfPauses"));
            default -> {
                // not asked for
            }
        }
    }

    /** As Markdown. */
    String text() {
        StringBuilder text = new StringBuilder("| Whose | CPU time | allocations |\n|---|--:|--:|\n");
        time.names()
                .forEach(owner -> text.append(String.format(
                        Locale.ROOT,
                        "| %s | %.1f %% | %.1f %% |%n",
                        owner,
                        time.percent(owner),
                        allocations.percent(owner))));
        text.append(String.format(
                Locale.ROOT,
                "%nOf Java code, without collector and compiler; the collector stopped it for %.1f s in all.%n%n",
                pauses.toMillis() / 1_000.0));
        text.append("| Allocates most often | |\n|---|--:|\n");
        sites.names().stream()
                .limit(SITES)
                .forEach(site ->
                        text.append(String.format(Locale.ROOT, "| %s | %.1f %% |%n", site, sites.percent(site))));
        return text.append('\n').toString();
    }

    private static String owner(RecordedEvent event) {
        String method = innermost(event, candidate -> owner(candidate).isPresent());
        return owner(method).orElse(JDK_ALONE);
    }

    private static Optional<String> owner(String method) {
        return OWNERS.entrySet().stream()
                .filter(owner -> owner.getValue().stream().anyMatch(method::startsWith))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isOfTheJdk(String method) {
        return method.startsWith("java.") || method.startsWith("jdk.") || method.startsWith("sun.");
    }

    private static String innermost(RecordedEvent event, Predicate<String> wanted) {
        RecordedStackTrace stack = event.getStackTrace();
        return stack == null
                ? JDK_ALONE
                : stack.getFrames().stream()
                        .map(CostShares::name)
                        .filter(wanted)
                        .findFirst()
                        .orElse(JDK_ALONE);
    }

    private static String name(RecordedFrame frame) {
        return Optional.ofNullable(frame.getMethod())
                .map(method -> method.getType().getName() + "." + method.getName())
                .orElse("");
    }

    /** How often each name came. */
    private static final class Counts {
        private final Map<String, Integer> counts = new HashMap<>();
        private int all;

        void add(String name) {
            counts.merge(name, 1, Integer::sum);
            all++;
        }

        /** The most frequent first. */
        List<String> names() {
            return counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .map(Map.Entry::getKey)
                    .toList();
        }

        double percent(String name) {
            return 100.0 * counts.getOrDefault(name, 0) / Math.max(1, all);
        }
    }
}
