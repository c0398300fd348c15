package io.indago.plugins.robtex;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;

class RobtexContractTest extends ProviderContractTest {
    private static final String API = "GET https://freeapi.robtex.com/";

    @Override
    protected Plugin plugin() {
        return new RobtexPlugin();
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("an address with names", IndicatorType.IPV4, "203.0.114.9")
                        .replying(API + "ipquery/203.0.114.9", "address.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("an address without names", IndicatorType.IPV6, "2620:fe::fe")
                        .replying(API + "ipquery/2620%3Afe%3A%3Afe", "address-unknown.json")
                        .expectingNoData(),
                LookupCase.of("a system with networks", IndicatorType.ASN, "AS64500")
                        .replying(API + "asquery/64500", "system.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a name with addresses", IndicatorType.FQDN, "www.example.org")
                        .replying(API + "pdns/forward/www.example.org", "forward.ldjson")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a name nobody saw", IndicatorType.DOMAIN, "quiet.example")
                        .replying(API + "pdns/forward/quiet.example", Reply.status(200))
                        .expectingNoData());
    }
}
