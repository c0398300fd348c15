package io.indago.plugins.googlesafebrowsing;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.List;

class SafeBrowsingContractTest extends ProviderContractTest {
    private static final String API = "GET https://safebrowsing.googleapis.com/v5/urls:search?urls=";

    @Override
    protected Plugin plugin() {
        return new SafeBrowsingPlugin();
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a listed URL", IndicatorType.URL, "http://login.example.org/portal/")
                        .replying(API + "http%3A%2F%2Flogin.example.org%2Fportal%2F&key=*", Protobuf.LISTED)
                        .expecting(VerdictClass.MALICIOUS, 90),
                LookupCase.of("a listed host, in JSON", IndicatorType.FQDN, "login.example.org")
                        .replying(API + "http%3A%2F%2Flogin.example.org%2F&key=*", "v5-threat.json")
                        .expecting(VerdictClass.MALICIOUS, 90),
                LookupCase.of("unwanted software", IndicatorType.DOMAIN, "example.net")
                        .replying(API + "http%3A%2F%2Fexample.net%2F&key=*", Protobuf.LISTED_UNPACKED)
                        .expecting(VerdictClass.MALICIOUS, 75),
                LookupCase.of("an address on no list", IndicatorType.IPV6, "2620:fe::fe")
                        .replying(API + "http%3A%2F%2F%5B2620%3Afe%3A%3Afe%5D%2F&key=*", Protobuf.UNLISTED)
                        .expectingNoData());
    }
}
