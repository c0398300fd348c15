package io.indago.plugins.otx;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks for an indicator's sections side by side. */
final class OtxProvider implements Provider {
    static final String HOST = "otx.alienvault.com";
    private static final String API = "https://" + HOST + "/api/v1";

    private final Optional<Secret> apiKey;

    OtxProvider(Optional<Secret> apiKey) {
        this.apiKey = requireNonNull(apiKey, "apiKey");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        OtxSubject subject = OtxSubject.of(indicator);
        List<HttpCall> calls = new ArrayList<>();
        for (String section : subject.sections()) {
            HttpCall call = withKey(subject.call(API, section));
            // Sections of much-used hosts often time out at OTX; the first one is enough for an opinion
            calls.add(calls.isEmpty() ? call.noDataOn(404) : call.seeing(400, 404, 500, 502, 503, 504));
        }
        return Step.calls(calls, replies -> Step.done(OtxReport.of(subject, Sections.of(subject.sections(), replies))));
    }

    /** Who we are: free, and it tells whether the key works. Without a key there is nothing to refuse. */
    @Override
    public Step<Health> health(LookupContext context) {
        return apiKey.isEmpty()
                ? Step.done(Health.unknown())
                : Step.call(withKey(HttpCall.get(API, "users", "me")), reply -> Step.done(Health.up()));
    }

    private HttpCall withKey(HttpCall call) {
        return apiKey.map(key -> call.header("X-OTX-API-KEY", key)).orElse(call);
    }
}
