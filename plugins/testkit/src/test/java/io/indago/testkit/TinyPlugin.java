package io.indago.testkit;

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

    static boolean has(String fault) {
        return fault.equals(System.getProperty(FAULT));
    }

    private static final class TinyFactory implements ProviderFactory {
        @Override
        public ProviderSpec spec() {
            Setting key = has("plain key") ? Setting.text("api-key", "Key") : Setting.secret("api-key", "Key");
            return ProviderSpec.builder("tiny", "Tiny")
                    .homepage("https://tiny.example/")
                    .types(IndicatorType.IPV4, IndicatorType.DOMAIN)
                    .hosts(has("upper-case host") ? "API.tiny.example" : "api.tiny.example")
                    .config(has("optional key") ? key : key.required())
                    .reliability(Reliability.B, "made up for a test")
                    .build();
        }

        @Override
        public Provider create(PluginConfig config, PluginContext context) {
            if (has("own thread")) {
                Thread thread = new Thread(TinyPlugin::sleepWhileFaulty);
                thread.setDaemon(true);
                thread.start();
            }
            return new TinyProvider(
                    has("plain key") ? Secret.of("api-key", config.text("api-key")) : config.secret("api-key"));
        }
    }

    private static void sleepWhileFaulty() {
        try {
            while (has("own thread")) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record TinyProvider(Secret key) implements Provider {
        @Override
        public Step<Report> lookup(Indicator indicator, LookupContext context) {
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
            HttpCall keyed = has("visible key") ? call.header("key", key.reveal()) : call.header("key", key);
            HttpCall known = has("ignored 404") ? keyed : keyed.noDataOn(404);
            return has("takes it all") ? known.seeing(401, 403, 429, 500, 302) : known;
        }

        private Step<Report> report(HttpReply reply) {
            if (has("secret in message")) {
                throw ProviderException.of(ErrorKind.BAD_REPLY, "could not read the reply with " + key.reveal());
            }
            if (has("takes it all")) {
                return Step.done(Report.hit("fine").opinion(87, 90).build());
            }
            long score = reply.json().integerAt("/score", -1);
            if (score < 0) {
                throw ProviderException.of(ErrorKind.BAD_REPLY, "no score in the reply");
            }
            return Step.done(Report.hit(reply.json().textAt("/says", "known"))
                    .opinion((int) score, 90)
                    .build());
        }
    }
}
