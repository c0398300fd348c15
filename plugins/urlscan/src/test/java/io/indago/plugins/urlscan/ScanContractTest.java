package io.indago.plugins.urlscan;

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

class ScanContractTest extends ProviderContractTest {
    private static final String API = "https://urlscan.io/api/v1/";

    @Override
    protected Plugin plugin() {
        return new UrlscanPlugin();
    }

    @Override
    protected String provider() {
        return "urlscan-scan";
    }

    /** A page that is visited is known. */
    @Override
    protected Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.NO_DATA));
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("api-key", "made-up-key-of-a-test", "first-poll", "1ms", "poll", "1ms");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a malicious page", IndicatorType.URL, "http://login.example.org/portal/")
                        .replying("POST " + API + "scan/", "submitted.json")
                        .replying(
                                "GET " + API + "result/0196aaaa-0000-7000-8000-000000000001/", "result-malicious.json")
                        .expecting(VerdictClass.MALICIOUS, 100),
                LookupCase.of("a page that failed to load", IndicatorType.URL, "http://login.example.org/portal/")
                        .replying("POST " + API + "scan/", "submitted.json")
                        .replying("GET " + API + "result/*", "result-failed.json")
                        .expecting(VerdictClass.INFORMATIONAL));
    }
}
