package io.indago.plugins.dns;

import io.indago.spi.HttpReply;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;
import java.util.Map;

class SpamhausContractTest extends ProviderContractTest {
    private static final String RESOLVE = "GET https://dns.google/resolve?name=";

    @Override
    protected Plugin plugin() {
        return new DnsPlugin();
    }

    @Override
    protected String provider() {
        return "spamhaus-dnsbl";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("api-key", "madeupkeyofatest");
    }

    @Override
    protected HttpReply healthy() {
        return Reply.fixture("spamhaus-listed.json");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("an address of criminals", IndicatorType.IPV4, "203.0.114.9")
                        .replying(
                                RESOLVE + "9.114.0.203.madeupkeyofatest.zen.dq.spamhaus.net&type=A&*",
                                "spamhaus-drop.json")
                        .expecting(VerdictClass.MALICIOUS, 90),
                LookupCase.of("a phishing URL's host", IndicatorType.URL, "http://evil.example/a")
                        .replying(
                                RESOLVE + "evil.example.madeupkeyofatest.dbl.dq.spamhaus.net&type=A&*",
                                "spamhaus-phishing.json")
                        .expecting(VerdictClass.MALICIOUS, 90),
                LookupCase.of("a name that is not listed", IndicatorType.FQDN, "www.quiet.example")
                        .replying(RESOLVE + "www.quiet.example.madeupkeyofatest.dbl.*", "nxdomain.json")
                        .expectingNoData(),
                LookupCase.of("an address that is not listed", IndicatorType.IPV6, "2620:fe::fe")
                        .replying(
                                RESOLVE
                                        + "e.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.e.f.0.0.0.2.6.2.madeupkeyofatest.zen.*",
                                "nxdomain.json")
                        .expectingNoData());
    }
}
