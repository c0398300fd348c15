package io.indago.plugins.robtex;

import static java.util.Objects.requireNonNull;

import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;
import java.util.Optional;

/** Asks one question about an indicator, since each counts. There is nothing free to probe. */
final class RobtexProvider implements Provider {
    private final Optional<Secret> apiKey;

    RobtexProvider(Optional<Secret> apiKey) {
        this.apiKey = requireNonNull(apiKey, "apiKey");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        String value = indicator.value();
        return switch (indicator.type()) {
            case IPV4, IPV6 ->
                Step.call(call("ipquery", value), reply -> Step.done(AddressReport.of(value, reply.json())));
            case ASN ->
                Step.call(
                        call("asquery", value.replaceFirst("^AS", "")),
                        reply -> Step.done(SystemReport.of(value, reply.json())));
            default ->
                Step.call(call("pdns", "forward", value), reply -> Step.done(NameReport.of(value, reply.jsonLines())));
        };
    }

    private HttpCall call(String... path) {
        return apiKey.map(key -> HttpCall.get("https://proapi.robtex.com", path).query("key", key))
                .orElseGet(() -> HttpCall.get("https://freeapi.robtex.com", path));
    }
}
