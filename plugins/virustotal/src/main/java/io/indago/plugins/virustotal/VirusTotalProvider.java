package io.indago.plugins.virustotal;

import static java.util.Objects.requireNonNull;

import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;

/**
 * Looks indicators up in VirusTotal and submits nothing: one call per lookup.
 *
 * <p>There is no health check. The one call that tells whether a key works without asking about an indicator,
 * {@code /users/{id}/overall_quotas}, carries the key or its owner in its path and isn't documented to be free.
 */
final class VirusTotalProvider implements Provider {
    private static final String API = "https://www.virustotal.com/api/v3";

    private final Secret apiKey;

    VirusTotalProvider(Secret apiKey) {
        this.apiKey = requireNonNull(apiKey, "apiKey");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        VirusTotalObject object = VirusTotalObject.of(indicator);
        HttpCall call = HttpCall.get(API, object.collection(), object.id())
                .header("x-apikey", apiKey)
                .noDataOn(404)
                .seeing(400);
        return Step.call(call, reply -> Step.done(VirusTotalReport.of(object, reply.json())));
    }
}
