package io.indago.plugins.pulsedive;

import static java.util.Objects.requireNonNull;

import io.indago.spi.ErrorKind;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.JsonView;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.Secret;
import io.indago.spi.Step;
import java.time.Duration;
import java.util.Optional;

/** Asks for what is stored, and again while it is being worked on. There is no free call that tells whether a key works. */
final class PulsediveProvider implements Provider {
    static final String HOST = "pulsedive.com";
    private static final String API = "https://" + HOST + "/api";
    private static final int MOST_POLLS = 3;

    private final Optional<Secret> apiKey;
    private final Duration betweenPolls;

    PulsediveProvider(Optional<Secret> apiKey, Duration betweenPolls) {
        this.apiKey = requireNonNull(apiKey, "apiKey");
        this.betweenPolls = requireNonNull(betweenPolls, "betweenPolls");
    }

    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        HttpCall call = HttpCall.get(API, "info.php").query("indicator", indicator.value());
        return ask(apiKey.map(key -> call.query("key", key)).orElse(call).noDataOn(404), context, MOST_POLLS);
    }

    private Step<Report> ask(HttpCall call, LookupContext context, int pollsLeft) {
        return Step.call(call, reply -> {
            JsonView body = reply.json();
            if (!PulsediveError.isPending(body)) {
                return Step.done(PulsediveReport.of(body));
            }
            if (pollsLeft == 0 || context.timeLeft().compareTo(betweenPolls) <= 0) {
                throw ProviderException.of(
                        ErrorKind.UNAVAILABLE, "Pulsedive is still working on it: ask again in a minute");
            }
            return Step.pause(betweenPolls, () -> ask(call, context, pollsLeft - 1));
        });
    }
}
