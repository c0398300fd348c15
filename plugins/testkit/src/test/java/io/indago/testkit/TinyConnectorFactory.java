package io.indago.testkit;

import io.indago.spi.Connector;
import io.indago.spi.ConnectorFactory;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.Delivery;
import io.indago.spi.Enrichment;
import io.indago.spi.ErrorKind;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.LookupContext;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.ProviderException;
import io.indago.spi.Secret;
import io.indago.spi.Step;
import io.indago.spi.Tlp;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** {@link TinyPlugin}'s connector: it searches for what it is told, and adds it where it is not. */
final class TinyConnectorFactory implements ConnectorFactory {

    @Override
    public ConnectorSpec spec() {
        return ConnectorSpec.builder("tiny-tip", "Tiny TIP")
                .homepage("https://tiny.example/")
                .types(TinyPlugin.types())
                .maxTlp(TinyPlugin.isFickle() ? Tlp.RED : Tlp.AMBER_STRICT)
                .hosts("tip.tiny.example")
                .config(TinyPlugin.settings())
                .build();
    }

    @Override
    public Connector create(PluginConfig config, PluginContext context) {
        return new TinyConnector(TinyPlugin.create(config), new AtomicInteger());
    }

    private record TinyConnector(Secret key, AtomicInteger count) implements Connector {
        @Override
        public Step<Delivery> push(Enrichment enrichment, LookupContext context) {
            if (TinyPlugin.has("never looks")) {
                return add(enrichment);
            }
            HttpCall search = call("search")
                    .json("{\"value\": \"" + enrichment.indicator().value() + "\"}");
            return Step.call(TinyPlugin.has("careless") ? search.seeing(400) : search, reply -> {
                String known = reply.status() == 400 ? "" : text(reply, "/found");
                return known.isEmpty() ? add(enrichment) : Step.done(Delivery.unchanged(known));
            });
        }

        private Step<Delivery> add(Enrichment enrichment) {
            String tlp = TinyPlugin.has("no marking")
                    ? ""
                    : "tlp:" + enrichment.tlp().label().toLowerCase(Locale.ROOT);
            int score = TinyPlugin.has("needs a score")
                    ? enrichment.score().orElseThrow()
                    : enrichment.score().orElse(0);
            String event = "{\"value\": \"" + enrichment.indicator().value() + "\", \"tag\": \"" + tlp
                    + "\", \"score\": " + score + "}";
            return Step.call(
                    call("events").json(event), reply -> Step.done(Delivery.created(text(reply, "/id") + counted())));
        }

        private String counted() {
            return TinyPlugin.has("counts") ? " " + count.incrementAndGet() : "";
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
            String host = TinyPlugin.has("undeclared host") ? "https://evil.example" : "https://tip.tiny.example";
            return TinyPlugin.prepared(HttpCall.post(host, what), key);
        }

        private String text(HttpReply reply, String pointer) {
            TinyPlugin.read(reply, key);
            if (TinyPlugin.takes(reply)) {
                return "fine";
            }
            String refusal = reply.json().textAt("/error", "");
            if (!refusal.isEmpty() && !TinyPlugin.has("takes refusals")) {
                throw ProviderException.of(ErrorKind.INVALID_INPUT, "Tiny TIP refused it: " + refusal);
            }
            return reply.json()
                    .at(pointer)
                    .text()
                    .orElseThrow(() -> ProviderException.of(ErrorKind.BAD_REPLY, "no " + pointer + " in the reply"));
        }
    }
}
