package io.indago.plugins.nvd;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Status;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NvdContractTest extends ProviderContractTest {
    private static final String API = "GET https://services.nvd.nist.gov/rest/json/cves/2.0?cveId=";

    @Override
    protected Plugin plugin() {
        return new NvdPlugin();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("api-key", "made-up-key-of-a-test");
    }

    @Override
    protected HttpReply healthy() {
        return Reply.fixture("cve-exploited.json");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("one that is exploited", IndicatorType.CVE, "CVE-2021-99999")
                        .replying(API + "CVE-2021-99999", "cve-exploited.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("one nobody has scored yet", IndicatorType.CVE, "CVE-2026-99998")
                        .replying(API + "CVE-2026-99998", "cve-awaiting.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("one there is not", IndicatorType.CVE, "CVE-2026-99997")
                        .replying(API + "CVE-2026-99997", "cve-unknown.json")
                        .expectingNoData());
    }

    /** NVD says 403 to those who come too often, and 404 to a key it does not know. */
    @Override
    @Test
    protected void saysUnauthorisedWhenTheCredentialIsRefused() {
        assertThat(status(Reply.status(401))).isEqualTo(Status.UNAUTHORISED);
        assertThat(status(Reply.of(404, Map.of("message", "Invalid apiKey."), "")))
                .isEqualTo(Status.UNAUTHORISED);
        assertThat(status(Reply.status(403))).isEqualTo(Status.RATE_LIMITED);
    }

    private static Status status(HttpReply reply) {
        try (FixtureHost host = FixtureHost.of(new NvdPlugin(), Map.of("api-key", "made-up-key-of-a-test"))
                .replying(call -> reply)) {
            return host.lookup(Indicator.of(IndicatorType.CVE, "CVE-2021-99999"))
                    .outcome()
                    .status();
        }
    }
}
