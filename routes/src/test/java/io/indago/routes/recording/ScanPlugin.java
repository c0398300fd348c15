package io.indago.routes.recording;

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
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Setting;
import io.indago.spi.Step;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Submits a scan with its key in every place a key can be, polls, and says all the replies said. */
final class ScanPlugin implements Plugin, ProviderFactory {
    private final String base;

    ScanPlugin(String base) {
        this.base = base;
    }

    @Override
    public List<ProviderFactory> providers() {
        return List.of(this);
    }

    @Override
    public ProviderSpec spec() {
        return ProviderSpec.builder("scan", "Scan")
                .types(IndicatorType.URL, IndicatorType.DOMAIN)
                .hosts(URI.create(base).getHost())
                .internal()
                .config(Setting.secret("api-key", "Key").required(), Setting.text("user", "Who asks"))
                .reliability(Reliability.C, "a sample")
                .build();
    }

    @Override
    public Provider create(PluginConfig config, PluginContext context) {
        return new Scans(config.secret("api-key"), config.optionalText("user").orElse("nobody"));
    }

    private final class Scans implements Provider {
        private final Secret key;
        private final String user;

        Scans(Secret key, String user) {
            this.key = key;
            this.user = user;
        }

        @Override
        public Step<Report> lookup(Indicator indicator, LookupContext context) {
            HttpCall submit = HttpCall.post(base, "scans", key.reveal())
                    .query("key", key)
                    .header("Authorization", "Basic " + basic())
                    .form(Map.of("url", indicator.value(), "auth", basic(), "apikey", key.reveal()));
            return Step.call(submit, reply -> poll(reply.json().textAt("/id", "?")));
        }

        private Step<Report> poll(String id) {
            HttpCall state =
                    HttpCall.get(base, "scans", id).header("x-key", key).seeing(202);
            return Step.call(state, reply -> reply.status() == 202 ? poll(id) : report(reply));
        }

        private Step<Report> report(HttpReply reply) {
            return Step.done(Report.hit(reply.json().textAt("/summary", "?"))
                    .opinion((int) reply.json().integerAt("/score", 0), 80)
                    .tags(List.of(reply.header("x-engine").orElse("?")))
                    .build());
        }

        private String basic() {
            return Base64.getEncoder().encodeToString((user + ":" + key.reveal()).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Step<Health> health(LookupContext context) {
            return Step.call(HttpCall.get(base, "account").header("x-key", key), reply -> Step.done(Health.up()));
        }
    }
}
