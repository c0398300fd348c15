package io.indago.plugins.abusech;

import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.ProviderSpec;
import io.indago.spi.Reliability;
import io.indago.spi.Report;
import java.util.List;
import java.util.Map;

/** The list of what malware talks to and comes from. */
final class ThreatFox implements Service {
    private static final String HOST = "threatfox-api.abuse.ch";
    /** The empty segment keeps the slash at the end, without which the answer is a redirect. */
    private static final HttpCall API = HttpCall.post("https://" + HOST + "/api/v1", "");

    @Override
    public ProviderSpec.Builder declaration() {
        return ProviderSpec.builder("threatfox", "ThreatFox")
                .homepage("https://threatfox.abuse.ch/")
                .types(
                        IndicatorType.IPV4,
                        IndicatorType.IPV6,
                        IndicatorType.DOMAIN,
                        IndicatorType.FQDN,
                        IndicatorType.URL,
                        IndicatorType.MD5,
                        IndicatorType.SHA1,
                        IndicatorType.SHA256)
                .hosts(HOST)
                .reliability(
                        Reliability.B,
                        "Reporters are known and say how sure they are, but servers are shared and change hands");
    }

    /**
     * A search that isn't exact finds {@code 203.0.114.9:443} for the address, and more than was asked for. That a file
     * is listed itself and that listed servers have to do with it are two questions.
     */
    @Override
    public List<HttpCall> questions(Indicator indicator) {
        String value = indicator.value();
        return switch (indicator.type()) {
            case MD5, SHA256 ->
                List.of(search(value, true), API.json(Map.<String, Object>of("query", "search_hash", "hash", value)));
            case IPV4, IPV6 -> List.of(search(value, false));
            case URL -> List.of(search(Ioc.withoutSlash(value), false));
            default -> List.of(search(value, true));
        };
    }

    private static HttpCall search(String term, boolean exact) {
        return API.json(Map.<String, Object>of("query", "search_ioc", "search_term", term, "exact_match", exact));
    }

    @Override
    public Report read(Indicator indicator, List<JsonView> answers) {
        return ThreatFoxReport.of(indicator, answers);
    }
}
