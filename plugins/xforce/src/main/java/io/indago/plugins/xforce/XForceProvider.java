package io.indago.plugins.xforce;

import static java.util.Objects.requireNonNull;

import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Asks for an indicator's report and, where malware may have been seen at it, for that. There is no health check: every
 * call costs a record.
 */
final class XForceProvider implements Provider {
    static final String HOST = "api.xforce.ibmcloud.com";
    private static final String API = "https://" + HOST;
    private static final String PAGES = "https://exchange.xforce.ibmcloud.com";

    private final Secret authorization;
    private final boolean malware;

    /** @param authorization the value of the header */
    XForceProvider(Secret authorization, boolean malware) {
        this.authorization = requireNonNull(authorization, "authorization");
        this.malware = malware;
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        String value = indicator.value();
        return switch (indicator.type()) {
            case IPV4, IPV6 -> reputation("ipr", "ip", value);
            case DOMAIN, FQDN, URL -> reputation("url", "url", value);
            case MD5, SHA1, SHA256 ->
                only(call("malware", value), body -> MalwareReport.of(value, body)
                        .read(page("malware", value)));
            case CVE ->
                only(call("vulnerabilities", "search", value), body -> VulnerabilityReport.of(body)
                        .read(page("vulnerabilities", value)));
            default ->
                throw new IllegalArgumentException(
                        "X-Force has no " + indicator.type().id());
        };
    }

    private interface Reader {
        Report read(JsonView body);
    }

    private static Step<Report> only(HttpCall call, Reader reader) {
        return Step.call(
                call,
                reply -> Step.done(XForceAnswer.of(reply)
                        .body()
                        .map(reader::read)
                        .orElseGet(() -> Report.noData("X-Force does not know it"))));
    }

    private Step<Report> reputation(String path, String page, String value) {
        URI reference = page(page, value);
        if (!malware) {
            return only(call(path, value), body -> ReputationReport.of(body).read(SeenMalware.NONE, reference));
        }
        // The second one is worth having, and its failure no reason to lose the first
        HttpCall seen = call(path, "malware", value).seeing(400, 401, 429, 500, 502, 503, 504);
        return Step.calls(List.of(call(path, value), seen), replies -> {
            Optional<JsonView> body = XForceAnswer.of(replies.get(0)).body();
            return Step.done(
                    body.map(found -> ReputationReport.of(found).read(SeenMalware.of(replies.get(1)), reference))
                            .orElseGet(() -> Report.noData("X-Force does not know it")));
        });
    }

    private HttpCall call(String... path) {
        return HttpCall.get(API, path)
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .seeing(XForceAnswer.STATUSES);
    }

    private static URI page(String kind, String value) {
        return HttpCall.get(PAGES, kind, value).uri();
    }
}
