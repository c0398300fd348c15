package io.indago.host;

import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one step, made side by side. The first that fails ends the round. One that says the provider knows
 * nothing waits for the others: a failure among them says more.
 */
final class CallRound {
    private final StepRunner runner;
    private final HttpPort http;
    private final List<HttpCall> calls;
    private final Tally tally;
    private final Consumer<Outcome> failed;
    private final Consumer<List<HttpReply>> complete;
    private final List<Optional<HttpReply>> replies;
    private Optional<Outcome> noData = Optional.empty();
    private int missing;

    CallRound(
            StepRunner runner,
            HttpPort http,
            List<HttpCall> calls,
            Tally tally,
            Consumer<Outcome> failed,
            Consumer<List<HttpReply>> complete) {
        this.runner = runner;
        this.http = http;
        this.calls = calls;
        this.tally = tally;
        this.failed = failed;
        this.complete = complete;
        replies = new ArrayList<>(Collections.nCopies(calls.size(), Optional.empty()));
        missing = calls.size();
    }

    void send(CallLimits limits) {
        for (int i = 0; i < calls.size(); i++) {
            int index = i;
            sent(calls.get(i), limits).whenComplete((reply, failure) -> arrived(index, reply, failure));
        }
    }

    private CompletionStage<HttpReply> sent(HttpCall call, CallLimits limits) {
        try {
            return http.send(runner.spec.id(), runner.egress.route(call), limits);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** On the port's thread. */
    private void arrived(int index, @Nullable HttpReply reply, @Nullable Throwable failure) {
        try {
            Optional<Outcome> outcome = outcome(calls.get(index), reply, failure);
            if (outcome.isPresent() && outcome.get().status() != Status.NO_DATA) {
                failed.accept(outcome.get());
            } else if (isLast(index, Optional.ofNullable(reply), outcome)) {
                noData.ifPresentOrElse(failed, () -> complete.accept(all()));
            }
        } catch (RuntimeException ours) {
            failed.accept(runner.failures.internal("the host failed at a reply: " + runner.failures.describe(ours)));
        }
    }

    private Optional<Outcome> outcome(HttpCall call, @Nullable HttpReply reply, @Nullable Throwable failure) {
        String host = call.uri().getHost();
        if (reply == null) {
            return Optional.of(
                    failure == null
                            ? runner.failures.internal("the call to " + host + " brought neither reply nor failure")
                            : runner.failures.ofCall(host, failure));
        }
        if (!tally.received(reply.size())) {
            return Optional.of(Outcome.error(
                    ErrorCause.TOO_LARGE,
                    "the replies of " + host
                            + " add up to more than 8 MiB, the most a lookup may take: ask for less of it"));
        }
        return runner.statuses.judge(call, reply);
    }

    private synchronized boolean isLast(int index, Optional<HttpReply> reply, Optional<Outcome> nothing) {
        replies.set(index, reply);
        noData = nothing.or(() -> noData);
        return --missing == 0;
    }

    private synchronized List<HttpReply> all() {
        return replies.stream().flatMap(Optional::stream).toList();
    }
}
