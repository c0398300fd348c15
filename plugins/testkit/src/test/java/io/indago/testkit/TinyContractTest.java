package io.indago.testkit;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** All a provider's author has to write, and what helps to break it. */
class TinyContractTest extends ProviderContractTest {

    @Override
    protected Plugin plugin() {
        return TinyPlugin.has("no services file") ? new UnlistedPlugin() : new TinyPlugin();
    }

    @Override
    protected Collection<Class<?>> libraries() {
        return TinyPlugin.libraries();
    }

    @Override
    protected List<LookupCase> cases() {
        LookupCase unknown = LookupCase.of("an unknown domain", IndicatorType.DOMAIN, "example.com")
                .replying("GET https://api.tiny.example/example.com", Reply.status(404))
                .expectingNoData();
        LookupCase known = LookupCase.of("a known address", IndicatorType.IPV4, "203.0.113.9")
                .replying("GET https://api.tiny.example/*", "hit.json")
                .expecting(VerdictClass.MALICIOUS, 87);
        return TinyPlugin.has("no cases") ? List.of(known) : List.of(known, unknown);
    }

    @Override
    protected Set<Capability> capabilities() {
        return TinyPlugin.capabilities();
    }

    @Override
    Duration patience() {
        return TinyPlugin.patience(super.patience());
    }
}
