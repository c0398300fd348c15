package io.indago.plugins.abusech;

import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Report;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The list of URLs that deliver malware, their hosts, and what they delivered. */
final class UrlHaus implements Service {
    private static final String HOST = "urlhaus-api.abuse.ch";
    private static final String API = "https://" + HOST + "/v1";
    /** Most are taken down within hours, and an online one is judged harder. */
    private static final Duration FRESH = Duration.ofHours(1);

    @Override
    public ProviderSpec.Builder declaration() {
        return ProviderSpec.builder("urlhaus", "URLhaus")
                .homepage("https://urlhaus.abuse.ch/")
                .types(
                        IndicatorType.IPV4,
                        IndicatorType.DOMAIN,
                        IndicatorType.FQDN,
                        IndicatorType.URL,
                        IndicatorType.MD5,
                        IndicatorType.SHA256)
                .hosts(HOST)
                .freshFor(FRESH)
                .reliability(
                        Reliability.B,
                        "Fetches what is reported and sees the malware itself, often on hosts that are victims");
    }

    @Override
    public List<HttpCall> questions(Indicator indicator) {
        return List.of(
                switch (indicator.type()) {
                    case URL -> question("url", "url", indicator);
                    case MD5 -> question("payload", "md5_hash", indicator);
                    case SHA256 -> question("payload", "sha256_hash", indicator);
                    default -> question("host", "host", indicator);
                });
    }

    /** The empty segment keeps the slash at the end, without which the answer is a redirect. */
    private static HttpCall question(String endpoint, String field, Indicator indicator) {
        return HttpCall.post(API, endpoint, "").form(Map.of(field, indicator.value()));
    }

    @Override
    public Report read(Indicator indicator, List<JsonView> answers) {
        JsonView answer = answers.get(0);
        return switch (indicator.type()) {
            case URL -> UrlHausReport.ofUrl(answer);
            case MD5, SHA256 -> UrlHausReport.ofPayload(answer);
            default -> UrlHausReport.ofHost(answer);
        };
    }
}
