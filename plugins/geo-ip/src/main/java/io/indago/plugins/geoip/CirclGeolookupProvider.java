package io.indago.plugins.geoip;

import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Step;

/** Asks CIRCL in which country an address is. */
final class CirclGeolookupProvider implements Provider {
    static final String HOST = "ip.circl.lu";
    private static final String API = "https://" + HOST + "/geolookup";

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        return Step.call(
                HttpCall.get(API, indicator.value()).noDataOn(404),
                reply -> Step.done(CirclGeolookupReport.of(reply.json())));
    }

    /** Asks about an address everybody asks about: lookups are free. */
    @Override
    public Step<Health> health(LookupContext context) {
        return Step.call(HttpCall.get(API, "8.8.8.8"), reply -> Step.done(Health.up()));
    }
}
