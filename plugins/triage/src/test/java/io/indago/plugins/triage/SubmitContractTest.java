package io.indago.plugins.triage;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.Capability;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class SubmitContractTest extends ProviderContractTest {
    private static final String SAMPLES = "https://private.tria.ge/api/v0/samples";

    @Override
    protected Plugin plugin() {
        return new TriagePlugin();
    }

    @Override
    protected String provider() {
        return "triage-submit";
    }

    /** A page that is analysed is known. */
    @Override
    protected Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.NO_DATA));
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("api-key", "made-up-key-of-a-test", "cloud", "private", "poll", "1ms");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a malicious page", IndicatorType.URL, "http://login.example.org/portal/")
                        .replying("POST " + SAMPLES, "submitted.json")
                        .replying("GET " + SAMPLES + "/260504-aaaaaaaa01", "reported.json")
                        .replying("GET " + SAMPLES + "/260504-aaaaaaaa01/overview.json", "overview-page.json")
                        .expecting(VerdictClass.MALICIOUS, 80),
                LookupCase.of("a page that takes long", IndicatorType.URL, "http://login.example.org/portal/")
                        .replying("POST " + SAMPLES, "submitted.json")
                        .replying("GET " + SAMPLES + "/260504-aaaaaaaa01", "running.json")
                        .expecting(VerdictClass.INFORMATIONAL));
    }
}
