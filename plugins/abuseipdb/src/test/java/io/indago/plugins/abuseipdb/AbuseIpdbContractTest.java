package io.indago.plugins.abuseipdb;

import io.indago.spi.IndicatorType;
import io.indago.spi.VerdictClass;
import io.indago.testkit.DescriptorContractTest;
import io.indago.testkit.LookupCase;
import java.util.List;

class AbuseIpdbContractTest extends DescriptorContractTest {
    private static final String API =
            "GET https://api.abuseipdb.com/api/v2/check?ipAddress=%s&maxAgeInDays=90&verbose=";

    @Override
    protected String descriptor() {
        return "abuseipdb.yaml";
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("an address many report", IndicatorType.IPV4, "203.0.114.9")
                        .replying(API.formatted("203.0.114.9"), "reported.json")
                        .expecting(VerdictClass.MALICIOUS, 100),
                LookupCase.of("one that was reported once", IndicatorType.IPV4, "203.0.114.10")
                        .replying(API.formatted("203.0.114.10"), "hardly.json")
                        .expecting(VerdictClass.SUSPICIOUS, 20),
                LookupCase.of("one that AbuseIPDB trusts", IndicatorType.IPV4, "203.0.114.53")
                        .replying(API.formatted("203.0.114.53"), "whitelisted.json")
                        .expecting(VerdictClass.BENIGN, 0),
                LookupCase.of("one whose reports are forgotten", IndicatorType.IPV6, "2001:db8::1")
                        .replying(API.formatted("2001%3Adb8%3A%3A1"), "forgotten.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("one that nobody reports", IndicatorType.IPV4, "203.0.114.12")
                        .replying(API.formatted("203.0.114.12"), "unreported.json")
                        .expectingNoData());
    }
}
