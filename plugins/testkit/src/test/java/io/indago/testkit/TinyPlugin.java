package io.indago.testkit;

import io.indago.spi.ConnectorFactory;
import io.indago.spi.ErrorKind;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.LookupContext;
import io.indago.spi.Plugin;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderException;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Setting;
import io.indago.spi.Step;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.opentest4j.ValueWrapper;

/**
 * A plugin that does all it must, unless a system property tells it to break a rule; it is loaded anew from its jar for
 * each test, where a static field would not be the same.
 */
public final class TinyPlugin implements Plugin {
    static final String FAULT = "tiny.fault";
    static final Set<String> ENDLESS = Set.of("blocks", "slow reader", "own thread", "own class");
    static final String WITHOUT = "tiny.without";
    static final String OWN_CLASS = "tiny.own-class";

    @Override
    public List<ProviderFactory> providers() {
        return List.of(new TinyFactory());
    }

    @Override
    public List<ConnectorFactory> connectors() {
        return List.of(new TinyConnectorFactory());
    }

    static boolean has(String fault) {
        return fault.equals(System.getProperty(FAULT));
    }

    /** What never comes is not waited for. */
    static Duration patience(Duration usual) {
        return ENDLESS.contains(System.getProperty(FAULT, "")) ? Duration.ofMillis(400) : usual;
    }

    static Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.allOf(Capability.class);
        all.removeIf(capability -> capability.name().equals(System.getProperty(WITHOUT)));
        return all;
    }

    static List<Class<?>> libraries() {
        return has("no library") ? List.of() : List.of(ValueWrapper.class);
    }

    /** Says something else where it is loaded from its jar. */
    static boolean isFickle() {
        return has("fickle spec") && TinyPlugin.class.getClassLoader() != ClassLoader.getSystemClassLoader();
    }

    static Setting[] settings() {
        Setting key = has("plain key") ? Setting.text("api-key", "Key") : Setting.secret("api-key", "Key");
        return new Setting[] {
            has("optional key") || has("plain key") || isFickle() ? key : key.required(),
            Setting.text(isFickle() ? "unheard" : "region", "Where it is"),
            Setting.duration("max-age", "How old an answer may be").defaultsTo("1d")
        };
    }

    static IndicatorType[] types() {
        return isFickle() ? IndicatorType.values() : new IndicatorType[] {IndicatorType.IPV4, IndicatorType.DOMAIN};
    }

    /** The key, and whatever goes wrong while creating. */
    static Secret create(PluginConfig config) {
        ValueWrapper.create("a class of a library");
        if (has("own thread")) {
            Thread thread = new Thread(() -> sleepWhile("own thread"));
            thread.setDaemon(true);
            thread.start();
        }
        if (has("own class")) {
            System.getProperties().put(OWN_CLASS, TinyPlugin.class);
        }
        if (isFickle() || has("plain key")) {
            return Secret.of("api-key", "none");
        }
        if (has("rude") && config.optionalText("region").isPresent()) {
            throw new IllegalStateException("boom");
        }
        Secret key = config.secret("api-key");
        if (has("tells its key") && key.reveal().length() > 100) {
            throw new IllegalArgumentException("api-key is too long: " + key.reveal());
        }
        return key;
    }

    static HttpCall prepared(HttpCall call, Secret key) {
        if (has("blocks")) {
            sleepWhile("blocks");
        }
        HttpCall keyed = has("visible key") ? call.header("key", key.reveal()) : call.header("key", key);
        if (has("own rate limit")) {
            return keyed.seeing(429);
        }
        return has("takes it all") ? keyed.seeing(401, 403, 429, 500, 302) : keyed;
    }

    /** What goes wrong while reading. */
    static void read(HttpReply reply, Secret key) {
        if (has("slow reader") && reply.size() > 1_000_000) {
            sleepWhile("slow reader");
        }
        if (has("secret in message") && !isObject(reply)) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "could not read the reply with " + key.reveal());
        }
        if (has("prints its key")) {
            System.out.println("asked with " + key.reveal());
        }
        if (has("logs its key")) {
            System.getLogger("tiny").log(System.Logger.Level.WARNING, "asked with " + key.reveal());
        }
        if (has("own rate limit") && reply.status() == 429) {
            long seconds = Long.parseLong(reply.header("retry-after").orElse("1"));
            throw ProviderException.quota("the limit is spent", Duration.ofSeconds(seconds));
        }
        if (has("trusts the shape")) {
            reply.json().fields().values().iterator().next();
        }
    }

    /** Nothing is too bad to be taken. */
    static boolean takes(HttpReply reply) {
        return has("takes it all") && !(reply.status() == 200 && isObject(reply));
    }

    private static boolean isObject(HttpReply reply) {
        return reply.text().startsWith("{");
    }

    static Step<Health> health(HttpCall call) {
        if (has("always healthy")) {
            return Step.done(Health.up());
        }
        return Step.call(call, reply -> Step.done(has("never healthy") ? Health.down("for no reason") : Health.up()));
    }

    static void close() {
        if (has("rude close")) {
            throw new IllegalStateException("boom at the end");
        }
    }

    /** For at most six seconds. */
    private static void sleepWhile(String fault) {
        try {
            for (int i = 0; i < 300 && has(fault); i++) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class TinyFactory implements ProviderFactory {
        @Override
        public ProviderSpec spec() {
            ProviderSpec.Builder spec = ProviderSpec.builder("tiny", "Tiny")
                    .homepage("https://tiny.example/")
                    .types(types())
                    .hosts("api.tiny.example")
                    .config(settings());
            return has("unjudged")
                    ? spec.build()
                    : spec.reliability(Reliability.B, "made up for a test").build();
        }

        @Override
        public Provider create(PluginConfig config, PluginContext context) {
            return new TinyProvider(TinyPlugin.create(config), new AtomicInteger());
        }
    }

    private record TinyProvider(Secret key, AtomicInteger count) implements Provider {
        @Override
        public Step<Report> lookup(Indicator indicator, LookupContext context) {
            if (has("one type only") && indicator.type() != IndicatorType.IPV4) {
                throw new IllegalStateException("what is that?");
            }
            return Step.call(call(indicator.value()), this::report);
        }

        @Override
        public Step<Health> health(LookupContext context) {
            return TinyPlugin.health(call("health"));
        }

        @Override
        public void close() {
            TinyPlugin.close();
        }

        private HttpCall call(String what) {
            HttpCall call =
                    HttpCall.get(has("undeclared host") ? "https://evil.example" : "https://api.tiny.example", what);
            HttpCall prepared = prepared(call, key);
            return has("ignored 404") ? prepared : prepared.noDataOn(404);
        }

        private Step<Report> report(HttpReply reply) {
            read(reply, key);
            if (takes(reply)) {
                return Step.done(Report.hit("fine").opinion(87, 90).build());
            }
            long score = reply.json().integerAt("/score", -1);
            if (score < 0) {
                throw ProviderException.of(ErrorKind.BAD_REPLY, "no score in the reply");
            }
            String says = reply.json().textAt("/says", "known");
            return Step.done(Report.hit(has("counts") ? says + " " + count.incrementAndGet() : says)
                    .opinion((int) score, 90)
                    .build());
        }
    }
}
