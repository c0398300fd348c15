package io.indago.plugins.otx;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.List;
import java.util.Map;

class OtxContractTest extends ProviderContractTest {
    private static final String API = "GET https://otx.alienvault.com/api/v1/indicators";

    @Override
    protected Plugin plugin() {
        return new OtxPlugin();
    }

    /** It is of use without a key, but the contract is to see what becomes of one. */
    @Override
    protected Map<String, String> settings() {
        return Map.of("api-key", "made-up-key-of-a-test");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a malicious address", IndicatorType.IPV4, "203.0.114.9")
                        .replying(API + "/IPv4/203.0.114.9/general", "general-malicious.json")
                        .replying(API + "/IPv4/203.0.114.9/geo", "geo.json")
                        .replying(API + "/IPv4/203.0.114.9/reputation", "reputation.json")
                        .replying(API + "/IPv4/203.0.114.9/passive_dns", 504, "passive-dns-nothing.json")
                        .expecting(VerdictClass.MALICIOUS, 75),
                LookupCase.of("an address without pulses", IndicatorType.IPV6, "2620:fe::fe")
                        .replying(API + "/IPv6/2620%3Afe%3A%3Afe/general", "general-nothing.json")
                        .replying(API + "/IPv6/2620%3Afe%3A%3Afe/geo", "geo.json")
                        .replying(API + "/IPv6/2620%3Afe%3A%3Afe/reputation", "reputation-nothing.json")
                        .replying(API + "/IPv6/2620%3Afe%3A%3Afe/passive_dns", "passive-dns.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a well-known domain", IndicatorType.DOMAIN, "example.org")
                        .replying(API + "/domain/example.org/general", "general-whitelisted.json")
                        .replying(API + "/domain/example.org/geo", "geo.json")
                        .replying(API + "/domain/example.org/passive_dns", "passive-dns-nothing.json")
                        .expecting(VerdictClass.BENIGN, 5),
                LookupCase.of("a URL on a list", IndicatorType.URL, "http://login.example.org/")
                        .replying(API + "/url/http%3A%2F%2Flogin.example.org%2F/general", "general-mentioned.json")
                        .replying(API + "/url/http%3A%2F%2Flogin.example.org%2F/url_list", "url-list.json")
                        .expecting(VerdictClass.SUSPICIOUS, 35),
                LookupCase.of("a file its scanners detect", IndicatorType.SHA256, "1".repeat(64))
                        .replying(API + "/file/" + "1".repeat(64) + "/general", "general-nothing.json")
                        .replying(API + "/file/" + "1".repeat(64) + "/analysis", "analysis.json")
                        .expecting(VerdictClass.MALICIOUS, 75),
                LookupCase.of("a vulnerability somebody exploits", IndicatorType.CVE, "CVE-2021-99999")
                        .replying(API + "/cve/CVE-2021-99999/general", "general-cve.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a vulnerability nobody mentions", IndicatorType.CVE, "CVE-2021-99998")
                        .replying(API + "/cve/CVE-2021-99998/general", "general-nothing.json")
                        .expectingNoData(),
                LookupCase.of("a name nobody mentions", IndicatorType.FQDN, "www.example.org")
                        .replying(API + "/hostname/www.example.org/general", "general-nothing.json")
                        .replying(API + "/hostname/www.example.org/geo", "geo-nothing.json")
                        .replying(API + "/hostname/www.example.org/passive_dns", "passive-dns-nothing.json")
                        .expectingNoData(),
                LookupCase.of("a file OTX has no page of", IndicatorType.MD5, "0".repeat(32))
                        .replying(API + "/file/*", 404, "general-nothing.json")
                        .expectingNoData());
    }
}
