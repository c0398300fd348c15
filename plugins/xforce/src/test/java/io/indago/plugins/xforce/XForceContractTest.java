package io.indago.plugins.xforce;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.List;

class XForceContractTest extends ProviderContractTest {
    private static final String API = "GET https://api.xforce.ibmcloud.com/";

    @Override
    protected Plugin plugin() {
        return new XForcePlugin();
    }

    @Override
    protected List<LookupCase> cases() {
        String md5 = "aaaabbbbccccddddaaaabbbbccccdddd";
        return List.of(
                LookupCase.of("a control server", IndicatorType.IPV4, "203.0.114.9")
                        .replying(API + "ipr/203.0.114.9", "address-malicious.json")
                        .replying(API + "ipr/malware/203.0.114.9", "address-malware.json")
                        .expecting(VerdictClass.MALICIOUS, 86),
                LookupCase.of("a shop nobody rated", IndicatorType.DOMAIN, "shop.example")
                        .replying(API + "url/shop.example", "name-unrated.json")
                        .replying(API + "url/malware/shop.example", 404, "unknown.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a trojan", IndicatorType.MD5, md5)
                        .replying(API + "malware/" + md5, "file-high.json")
                        .expecting(VerdictClass.MALICIOUS, 85),
                LookupCase.of("a vulnerability", IndicatorType.CVE, "CVE-2021-99999")
                        .replying(API + "vulnerabilities/search/CVE-2021-99999", "cve.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a URL nobody knows", IndicatorType.URL, "https://nobody.example/a?b=c")
                        .replying(API + "url/*", 404, "unknown.json")
                        .expectingNoData());
    }
}
