package io.indago.plugins.crtsh;

import static java.util.Objects.requireNonNull;

import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.time.Clock;

/** Searches certificates by a name, or by their own fingerprint. There is nothing free to probe but a search. */
final class CrtShProvider implements Provider {
    static final String HOST = "crt.sh";

    private final boolean subdomains;
    private final boolean expired;
    private final Clock clock;

    CrtShProvider(boolean subdomains, boolean expired, Clock clock) {
        this.subdomains = subdomains;
        this.expired = expired;
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        boolean name = indicator.type() == IndicatorType.DOMAIN || indicator.type() == IndicatorType.FQDN;
        HttpCall search = HttpCall.get("https://" + HOST, "")
                .query("q", name && subdomains ? "%." + indicator.value() : indicator.value())
                .query("output", "json");
        if (name) {
            // A certificate and its precertificate are one
            search = search.query("deduplicate", "Y");
        }
        HttpCall call = name && !expired ? search.query("exclude", "expired") : search;
        return Step.call(call, reply -> Step.done(CrtShReport.of(indicator.value(), reply.json(), clock.instant())));
    }
}
