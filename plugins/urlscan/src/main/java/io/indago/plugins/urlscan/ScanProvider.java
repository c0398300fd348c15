package io.indago.plugins.urlscan;

import static java.util.Objects.requireNonNull;

import io.indago.spi.ErrorKind;
import io.indago.spi.Health;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.LookupContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.Step;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Has a page visited and waits for what was seen. */
final class ScanProvider implements Provider {
    private static final int PREVENTED = 400;
    private static final int UNFINISHED = 404;
    private static final int DELETED = 410;
    /** As many as fit into the steps a lookup may take. */
    private static final int MOST_POLLS = 9;

    private final UrlscanApi api;
    private final String visibility;
    private final Duration firstPoll;
    private final Duration poll;

    ScanProvider(UrlscanApi api, String visibility, Duration firstPoll, Duration poll) {
        this.api = requireNonNull(api, "api");
        this.visibility = requireNonNull(visibility, "visibility");
        this.firstPoll = requireNonNull(firstPoll, "firstPoll");
        this.poll = requireNonNull(poll, "poll");
    }

    /** A page isn't visited for nothing: where nobody would wait for the result, nothing is submitted. */
    @Override
    public Step<Report> lookup(Indicator indicator, LookupContext context) {
        if (context.timeLeft().compareTo(firstPoll) <= 0) {
            throw ProviderException.of(
                    ErrorKind.INVALID_INPUT,
                    "nothing was scanned: a scan takes more than " + firstPoll.toSeconds()
                            + " s, give a later deadline");
        }
        return Step.call(
                api.submit(indicator.value(), visibility).seeing(PREVENTED),
                reply -> Step.pause(firstPoll, resultOf(uuid(reply), MOST_POLLS)));
    }

    private static String uuid(HttpReply reply) {
        if (reply.status() == PREVENTED) {
            throw ProviderException.of(ErrorKind.INVALID_INPUT, "urlscan.io does not scan it: " + reason(reply));
        }
        return reply.json()
                .at("/uuid")
                .text()
                .orElseThrow(() -> UrlscanError.of("its reply to the submission has no text at /uuid", reply.json()));
    }

    private static String reason(HttpReply reply) {
        String message = reply.json().textAt("/message", "it gives no reason");
        return reply.json().textAt("/description", message);
    }

    private Callable<Step<Report>> resultOf(String uuid, int polls) {
        return () -> Step.call(api.result(uuid).seeing(UNFINISHED, DELETED), reply -> switch (reply.status()) {
            case UNFINISHED -> {
                if (polls == 1) {
                    throw ProviderException.of(ErrorKind.UNAVAILABLE, "urlscan.io has not finished the scan in time");
                }
                yield Step.pause(poll, resultOf(uuid, polls - 1));
            }
            case DELETED -> throw ProviderException.of(ErrorKind.UNAVAILABLE, "urlscan.io has deleted the scan");
            default -> Step.done(ScanReport.of(reply.json()));
        });
    }

    @Override
    public Step<Health> health(LookupContext context) {
        return UrlscanHealth.of(api);
    }
}
