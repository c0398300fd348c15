package io.indago.plugins.malpedia;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;
import java.time.Clock;
import java.util.Optional;

/** Asks for a sample, then for its family. */
final class MalpediaProvider implements Provider {
    static final String HOST = "malpedia.caad.fkie.fraunhofer.de";
    private static final String API = "https://" + HOST + "/api";

    private final Secret token;
    private final Clock clock;

    MalpediaProvider(Secret token, Clock clock) {
        this.token = requireNonNull(token, "token");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        HttpCall call = authorized(HttpCall.get(API, "get", "sample", indicator.value(), "info"));
        return Step.call(call.noDataOn(404).seeing(429), reply -> {
            Throttle.check(reply, clock);
            Optional<Sample> sample = Sample.of(reply.json());
            return sample.isEmpty()
                    ? Step.done(Report.noData("Malpedia does not know it"))
                    : family(indicator, sample.get());
        });
    }

    /** That the sample has a family is the finding; what else is known of it may be missing. */
    private Step<Report> family(Indicator indicator, Sample sample) {
        HttpCall call = authorized(HttpCall.get(API, "get", "family", sample.family()));
        return Step.call(
                call.seeing(401, 403, 404, 429, 500, 502, 503, 504),
                reply -> Step.done(new MalpediaReport(indicator, sample, family(reply)).read()));
    }

    private static Optional<Family> family(HttpReply reply) {
        return reply.status() == 200 ? Optional.of(new Family(reply.json())) : Optional.empty();
    }

    /** Whether the token is valid: free. */
    @Override
    public Step<Health> health(LookupContext context) {
        return Step.call(authorized(HttpCall.get(API, "check", "apikey")), reply -> {
            boolean refused = Sample.isRefusal(reply.json());
            return Step.done(refused ? Health.down("Malpedia refused the api-key") : Health.up());
        });
    }

    private HttpCall authorized(HttpCall call) {
        return call.header("Authorization", "apitoken ", token);
    }
}
