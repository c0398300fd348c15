package io.indago.plugins.virustotal;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.List;

class VirusTotalContractTest extends ProviderContractTest {
    private static final String API = "GET https://www.virustotal.com/api/v3";

    @Override
    protected Plugin plugin() {
        return new VirusTotalPlugin();
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a malicious address", IndicatorType.IPV4, "203.0.114.9")
                        .replying(API + "/ip_addresses/203.0.114.9", "ip-malicious.json")
                        .expecting(VerdictClass.MALICIOUS, 74),
                LookupCase.of("an address nobody analysed", IndicatorType.IPV4, "203.0.114.10")
                        .replying(API + "/ip_addresses/203.0.114.10", "ip-without-analysis.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a benign domain", IndicatorType.DOMAIN, "example.org")
                        .replying(API + "/domains/example.org", "domain-benign.json")
                        .expecting(VerdictClass.BENIGN, 0),
                LookupCase.of("a suspicious URL", IndicatorType.URL, "http://login.example.org/")
                        .replying(API + "/urls/aHR0cDovL2xvZ2luLmV4YW1wbGUub3JnLw", "url-suspicious.json")
                        .expecting(VerdictClass.SUSPICIOUS, 45),
                LookupCase.of("a malicious file", IndicatorType.SHA256, "1".repeat(64))
                        .replying(API + "/files/" + "1".repeat(64), "file-malicious.json")
                        .expecting(VerdictClass.MALICIOUS, 100),
                LookupCase.of("an unknown file", IndicatorType.MD5, "0".repeat(32))
                        .replying(API + "/files/*", 404, "not-found.json")
                        .expectingNoData());
    }
}
