package io.indago.plugins.epss;

import io.indago.spi.HttpReply;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;

class EpssContractTest extends ProviderContractTest {
    private static final String API = "GET https://api.first.org/data/v1/epss?cve=";

    @Override
    protected Plugin plugin() {
        return new EpssPlugin();
    }

    @Override
    protected HttpReply healthy() {
        return Reply.fixture("score.json");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a likely one", IndicatorType.CVE, "CVE-2021-99999")
                        .replying(API + "CVE-2021-99999", "score.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("one without a score", IndicatorType.CVE, "CVE-2026-99997")
                        .replying(API + "CVE-2026-99997", "unknown.json")
                        .expectingNoData());
    }
}
