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
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A plugin that does all it must, unless a system property tells it to break a rule; it is loaded anew from its jar for
 * each test, where a static field would not be the same.
 */
public final class TinyPlugin implements Plugin {
    static final String FAULT = "tiny.fault";

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

    static Setting[] settings() {
        Setting key = has("plain key") ? Setting.text("api-key", "Key") : Setting.secret("api-key", "Key");
        return new Setting[] {has("optional key") ? key : key.required(), Setting.text("region", "Where it is")};
    }

    /** The key, and whatever goes wrong while creating. */
    static Secret create(PluginConfig config) {
        if (has("own thread")) {
            Thread thread = new Thread(() -> sleepWhile("own thread"));
            thread.setDaemon(true);
            thread.start();
        }
        if (has("own class")) {
            System.getProperties().put("tiny.own", TinyPlugin.class);
        }
        if (has("rude") && config.optionalText("region").isPresent()) {
            throw new IllegalStateException("boom");
        }
        return has("plain key") ? Secret.of("api-key", config.text("api-key")) : config.secret("api-key");
    }

    static HttpCall prepared(HttpCall call, Secret key) {
        if (has("blocks")) {
            sleepWhile("blocks");
        }
        HttpCall keyed = has("visible key") ? call.header("key", key.reveal()) : call.header("key", key);
        return has("takes it all") ? keyed.seeing(401, 403, 429, 500, 302) : keyed;
    }

    /** What goes wrong while reading. */
    static void read(HttpReply reply, Secret key) {
        if (has("slow reader") && reply.size() > 1_000_000) {
            sleepWhile("slow reader");
        }
        if (has("secret in message")) {
            throw ProviderException.of(ErrorKind.BAD_REPLY, "could not read the reply with " + key.reveal());
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
                    .types(IndicatorType.IPV4, IndicatorType.DOMAIN)
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
            return has("always healthy")
                    ? Step.done(Health.up())
                    : Step.call(call("health"), reply -> Step.done(Health.up()));
        }

        private HttpCall call(String what) {
            HttpCall call =
                    HttpCall.get(has("undeclared host") ? "https://evil.example" : "https://api.tiny.example", what);
            HttpCall prepared = prepared(call, key);
            return has("ignored 404") ? prepared : prepared.noDataOn(404);
        }

        private Step<Report> report(HttpReply reply) {
            read(reply, key);
            if (has("takes it all")) {
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
