package io.indago.plugins.threatminer;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;

class ThreatMinerContractTest extends ProviderContractTest {
    private static final String API = "GET https://api.threatminer.org/v2/";

    @Override
    protected Plugin plugin() {
        return new ThreatMinerPlugin();
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a file that engines detect", IndicatorType.SHA256, "1".repeat(64))
                        .replying(API + "sample.php?q=*&rt=6", "detections.json")
                        .replying(API + "sample.php?q=*&rt=1", "metadata.json")
                        .replying(API + "sample.php?q=*&rt=3", "hosts.json")
                        .replying(API + "sample.php?q=*&rt=7", "nothing.json")
                        .expecting(VerdictClass.MALICIOUS, 70),
                LookupCase.of("an address that a report mentions", IndicatorType.IPV4, "203.0.114.9")
                        .replying(API + "host.php?q=203.0.114.9&rt=6", "reports.json")
                        .replying(API + "host.php?q=203.0.114.9&rt=1", Reply.status(503))
                        .replying(API + "host.php?q=203.0.114.9&rt=*", "nothing.json")
                        .expecting(VerdictClass.SUSPICIOUS, 40),
                LookupCase.of("a name of which only facts are known", IndicatorType.DOMAIN, "example.com")
                        .replying(API + "domain.php?q=example.com&rt=1", "whois.json")
                        .replying(API + "domain.php?q=example.com&rt=2", "passive-dns.json")
                        .replying(API + "domain.php?q=example.com&rt=*", "nothing.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("an unknown name", IndicatorType.FQDN, "www.example.com")
                        .replying(API + "domain.php?q=www.example.com&rt=*", "nothing.json")
                        .expectingNoData());
    }
}
