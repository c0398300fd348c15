package io.indago.plugins.abusech;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.List;

class UrlHausContractTest extends ProviderContractTest {
    private static final String API = "POST https://urlhaus-api.abuse.ch/v1/";

    @Override
    protected Plugin plugin() {
        return new AbuseChPlugin();
    }

    @Override
    protected String provider() {
        return "urlhaus";
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a URL that is online", IndicatorType.URL, "http://shop.example.com/invoice.doc")
                        .replying(API + "url/", "urlhaus/url-online.json")
                        .expecting(VerdictClass.MALICIOUS, 95),
                LookupCase.of("a host with one that is", IndicatorType.FQDN, "shop.example.com")
                        .replying(API + "host/", "urlhaus/host.json")
                        .expecting(VerdictClass.MALICIOUS, 85),
                LookupCase.of("what was downloaded", IndicatorType.MD5, "3".repeat(32))
                        .replying(API + "payload/", "urlhaus/payload.json")
                        .expecting(VerdictClass.MALICIOUS, 85),
                LookupCase.of("an unknown host", IndicatorType.IPV4, "203.0.114.10")
                        .replying(API + "host/", "urlhaus/nothing.json")
                        .expectingNoData());
    }
}
