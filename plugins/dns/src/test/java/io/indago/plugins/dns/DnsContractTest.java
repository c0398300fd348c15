package io.indago.plugins.dns;

import io.indago.spi.HttpReply;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;

class DnsContractTest extends ProviderContractTest {
    private static final String RESOLVE = "GET https://dns.google/resolve?name=";

    @Override
    protected Plugin plugin() {
        return new DnsPlugin();
    }

    @Override
    protected HttpReply healthy() {
        return Reply.fixture("a.json");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a name with records", IndicatorType.DOMAIN, "evil.example")
                        .replying(RESOLVE + "evil.example&type=A&*", "a.json")
                        .replying(RESOLVE + "evil.example&type=AAAA&*", "nodata.json")
                        .replying(RESOLVE + "evil.example&type=MX&*", "mx.json")
                        .replying(RESOLVE + "evil.example&type=TXT&*", "txt.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("an address with a name", IndicatorType.IPV4, "203.0.114.9")
                        .replying(RESOLVE + "9.114.0.203.in-addr.arpa&type=PTR&*", "ptr.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("an e-mail address", IndicatorType.EMAIL, "Jane.Doe@evil.example")
                        .replying(RESOLVE + "evil.example&type=MX&*", "mx.json")
                        .replying(RESOLVE + "evil.example&type=TXT&*", "txt.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a name that does not exist", IndicatorType.FQDN, "www.nowhere.example")
                        .replying(RESOLVE + "www.nowhere.example&*", "nxdomain.json")
                        .expectingNoData(),
                LookupCase.of("a URL whose host has no records", IndicatorType.URL, "http://quiet.example/a")
                        .replying(RESOLVE + "quiet.example&*", "nodata.json")
                        .expectingNoData());
    }
}
