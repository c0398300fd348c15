package io.indago.plugins.circlhashlookup;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import java.util.List;

class HashlookupContractTest extends ProviderContractTest {
    private static final String API = "GET https://hashlookup.circl.lu/lookup/";

    @Override
    protected Plugin plugin() {
        return new HashlookupPlugin();
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a file that is shipped", IndicatorType.SHA256, "3".repeat(62) + "aa")
                        .replying(API + "sha256/" + "3".repeat(62) + "aa", "trusted.json")
                        .expecting(VerdictClass.BENIGN, 5),
                LookupCase.of("a file known to be malicious", IndicatorType.MD5, "1".repeat(32))
                        .replying(API + "md5/" + "1".repeat(32), "malicious.json")
                        .expecting(VerdictClass.MALICIOUS, 85),
                LookupCase.of("a file nobody ships", IndicatorType.SHA1, "9".repeat(40))
                        .replying(API + "sha1/" + "9".repeat(40), 404, "not-found.json")
                        .expectingNoData());
    }
}
