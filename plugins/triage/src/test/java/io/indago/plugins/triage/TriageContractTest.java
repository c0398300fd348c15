package io.indago.plugins.triage;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;

class TriageContractTest extends ProviderContractTest {
    private static final String API = "GET https://api.tria.ge/v0/";

    @Override
    protected Plugin plugin() {
        return new TriagePlugin();
    }

    @Override
    protected String provider() {
        return "triage";
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("malware", IndicatorType.SHA256, "1".repeat(64))
                        .replying(API + "search?query=sha256%3A" + "1".repeat(64) + "&limit=50", "search-file.json")
                        .replying(API + "samples/260504-aaaaaaaa01/overview.json", "overview-malware.json")
                        .replying(API + "samples/260501-cccccccc03/overview.json", "overview-harmless.json")
                        .expecting(VerdictClass.MALICIOUS, 100),
                LookupCase.of("a file with a summary alone", IndicatorType.MD5, "2".repeat(32))
                        .replying(API + "search?*", "search-file.json")
                        .replying(API + "samples/*/overview.json", Reply.status(404))
                        .replying(API + "samples/*/summary", "summary-likely.json")
                        .expecting(VerdictClass.SUSPICIOUS, 69),
                LookupCase.of("a harmless file", IndicatorType.SHA1, "3".repeat(40))
                        .replying(API + "search?*", "search-file.json")
                        .replying(API + "samples/*/overview.json", "overview-harmless.json")
                        .expecting(VerdictClass.BENIGN, 10),
                LookupCase.of("where malware reports to", IndicatorType.FQDN, "c2.example.net")
                        .replying(API + "search?query=domain%3Ac2.example.net&limit=50", "search-file.json")
                        .replying(API + "samples/*/overview.json", "overview-malware.json")
                        .expecting(VerdictClass.MALICIOUS, 100),
                LookupCase.of("a domain in no sample", IndicatorType.DOMAIN, "example.net")
                        .replying(API + "search?*", "search-nothing.json")
                        .expectingNoData());
    }
}
