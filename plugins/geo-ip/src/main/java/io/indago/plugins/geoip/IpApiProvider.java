package io.indago.plugins.geoip;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;

/** Asks ip-api where an address is. */
final class IpApiProvider implements Provider {
    static final String HOST = "pro.ip-api.com";
    private static final String API = "https://" + HOST + "/json";
    private static final String FIELDS = "status,message,country,countryCode,regionName,city,lat,lon,isp,org,as,asname,"
            + "reverse,mobile,proxy,hosting,query";

    private final Secret key;

    IpApiProvider(Secret key) {
        this.key = requireNonNull(key, "key");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        HttpCall call =
                HttpCall.get(API, indicator.value()).query("fields", FIELDS).query("key", key);
        return Step.call(call, reply -> Step.done(IpApiReport.of(indicator.value(), reply.json())));
    }

    /** Where this hub itself is: the plans with a key don't count lookups. */
    @Override
    public Step<Health> health(LookupContext context) {
        return Step.call(HttpCall.get(API).query("fields", "status,message").query("key", key), reply -> {
            IpApiReport.requireSuccess(reply.json());
            return Step.done(Health.up());
        });
    }
}
