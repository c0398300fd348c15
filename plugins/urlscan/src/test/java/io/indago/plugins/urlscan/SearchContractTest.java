package io.indago.plugins.urlscan;

import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.VerdictClass;
import io.indago.testkit.LookupCase;
import io.indago.testkit.ProviderContractTest;
import io.indago.testkit.Reply;
import java.util.List;
import java.util.Map;

class SearchContractTest extends ProviderContractTest {
    private static final String SEARCH = "GET https://urlscan.io/api/v1/search/?q=";
    private static final String RESULT = "GET https://urlscan.io/api/v1/result/0196aaaa-0000-7000-8000-000000000001/";

    @Override
    protected Plugin plugin() {
        return new UrlscanPlugin();
    }

    @Override
    protected String provider() {
        return "urlscan";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("api-key", "made-up-key-of-a-test");
    }

    @Override
    protected List<LookupCase> cases() {
        return List.of(
                LookupCase.of("a malicious page", IndicatorType.URL, "http://login.example.org/portal/")
                        .replying(
                                SEARCH + "task.url%3A%22http%3A%2F%2Flogin.example.org%2Fportal%2F%22*",
                                "search-page.json")
                        .replying(RESULT, "result-malicious.json")
                        .expecting(VerdictClass.MALICIOUS, 100),
                LookupCase.of("a page nobody judged", IndicatorType.URL, "http://login.example.org/portal/")
                        .replying(SEARCH + "*", "search-page.json")
                        .replying(RESULT, Reply.status(404))
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("an address with a malicious page", IndicatorType.IPV4, "203.0.114.9")
                        .replying(SEARCH + "page.ip%3A%22203.0.114.9%22*", "search-address.json")
                        .expecting(VerdictClass.SUSPICIOUS, 40),
                LookupCase.of("a file that is part of pages", IndicatorType.SHA256, "1".repeat(64))
                        .replying(SEARCH + "hash%3A%22" + "1".repeat(64) + "%22*", "search-file.json")
                        .expecting(VerdictClass.INFORMATIONAL),
                LookupCase.of("a domain without a scan", IndicatorType.DOMAIN, "example.net")
                        .replying(SEARCH + "task.domain%3A%22example.net%22*", "search-nothing.json")
                        .expectingNoData());
    }
}
