package io.indago.plugins.googlesafebrowsing;

import static java.util.Objects.requireNonNull;

import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;
import java.util.List;

/** Asks about one URL in one call. There is no health check: none of Google's calls is said to be outside the quota. */
final class SafeBrowsingProvider implements Provider {
    static final String HOST = "safebrowsing.googleapis.com";

    private final ApiVersion version;
    private final Secret apiKey;

    SafeBrowsingProvider(ApiVersion version, Secret apiKey) {
        this.version = requireNonNull(version, "version");
        this.apiKey = requireNonNull(apiKey, "apiKey");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        String url = url(indicator);
        // A key that is wrong is answered with 400
        HttpCall call = version.call(url).query("key", apiKey).seeing(400);
        return Step.call(call, reply -> Step.done(SafeBrowsingReport.of(url, threats(reply))));
    }

    /** A host is asked about as its first page. */
    private static String url(Indicator indicator) {
        return switch (indicator.type()) {
            case URL -> indicator.value();
            case IPV6 -> "http://[" + indicator.value() + "]/";
            default -> "http://" + indicator.value() + "/";
        };
    }

    private static List<Threat> threats(HttpReply reply) {
        if (reply.status() != 200) {
            throw GoogleError.of(reply);
        }
        return reply.header("content-type")
                        .filter(type -> type.contains("protobuf"))
                        .isPresent()
                ? ProtobufThreats.of(reply.bytes())
                : JsonThreats.of(reply);
    }
}
