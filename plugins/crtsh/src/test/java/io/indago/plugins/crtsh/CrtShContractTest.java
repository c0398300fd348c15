package io.indago.plugins.crtsh;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;

class CrtShContractTest extends ProviderContractTest {
    private static final String SEARCH = "GET https://crt.sh/?q=";

    @Override
    protected Plugin plugin() {
        return new CrtShPlugin();
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a name with certificates", IndicatorType.DOMAIN, "shop.example")
                        .replying(SEARCH + "shop.example&output=json&deduplicate=Y", "certificates.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a certificate's fingerprint", IndicatorType.SHA256, "1".repeat(64))
                        .replying(SEARCH + "1".repeat(64) + "&output=json", "certificates.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a name without one", IndicatorType.FQDN, "www.quiet.example")
                        .replying(SEARCH + "www.quiet.example&*", Reply.json("[]"))
                        .expectingNoData());
    }
}
