package io.indago.testkit;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What an author writes whose provider makes no calls and needs no settings. */
class LocalContractTest extends ProviderContractTest {

    @Override
    protected Plugin plugin() {
        return new LocalPlugin();
    }

    @Override
    protected Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    protected Collection<Class<?>> libraries() {
        return TinyPlugin.libraries();
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(LookupCase.of("a listed address", IndicatorType.IPV4, "203.0.113.9")
                .expecting(VerdictClass.MALICIOUS, 80));
    }
}
