package io.indago.routes.connector;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.DeliveryResult;
import io.indago.host.ErrorCause;
import io.indago.host.HostedConnector;
import io.indago.host.LookupResult;
import io.indago.host.Outcome;
import io.indago.host.PluginHost;
import io.indago.host.Status;
import io.indago.routes.connector.EnrichmentReader.Told;
import io.indago.routes.connector.PushFailure.HeldBack;
import io.indago.routes.connector.PushFailure.Killed;
import io.indago.routes.connector.PushFailure.Lasting;
import io.indago.routes.connector.PushFailure.Passing;
import io.indago.routes.guard.Hold;
import io.indago.routes.guard.ProviderGuard;
import io.indago.routes.guard.ProviderGuards;
import io.indago.spi.Report;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Tells one connector one enrichment, once, if the operator wants it told and nothing holds it back. */
public final class Push {
    /** How long a connector may take for one enrichment. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PluginHost host;
    private final ProviderGuards guards;
    private final Function<String, Optional<String>> switchedOff;
    private final EnrichmentReader reader;
    private final RecordsUnderWay records;
    private final Clock clock;

    /**
     * @param switchedOff why somebody has switched off an id, in a sentence
     */
    public Push(
            PluginHost host,
            ProviderGuards guards,
            Function<String, Optional<String>> switchedOff,
            RecordsUnderWay records,
            ObjectMapper json,
            Clock clock) {
        this.host = host;
        this.guards = guards;
        this.switchedOff = switchedOff;
        this.records = records;
        this.clock = clock;
        reader = new EnrichmentReader(json);
    }

    /** Why that connector is not told anything now; empty when it is. */
    Optional<String> hold(String id) {
        Optional<HostedConnector> connector = find(id);
        if (connector.isEmpty()) {
            return Optional.of("its plugin is gone");
        }
        return switchedOff.apply(id).or(connector.get()::unavailable).or(() -> guards.of(id)
                .hold()
                .map(Hold::reason));
    }

    /**
     * Tells it.
     *
     * @param record an enrichment as the stream has it
     * @param attempt how often it has been tried, this one included
     * @return what came of it; empty when the operator does not want it told
     * @throws PushFailure when it was not delivered
     */
    Optional<DeliveryEvent> push(String id, byte[] record, int attempt) throws PushFailure {
        Told told = read(record);
        HostedConnector connector = find(id).orElseThrow(() -> new HeldBack("its plugin is gone"));
        if (!connector.types().contains(told.enrichment().indicator().type())
                || connector
                        .conditions()
                        .objection(told.enrichment(), told.sandbox())
                        .isPresent()) {
            return Optional.empty();
        }
        Optional<String> hold = hold(id);
        if (hold.isPresent() || !guards.of(id).permits()) {
            throw new HeldBack(hold.orElse("held back: it is being tried again after many failures"));
        }
        DeliveryResult result = tell(connector, told, record);
        if (result.delivery().isPresent()) {
            return Optional.of(DeliveryEvent.delivered(id, told, result, attempt, clock.instant()));
        }
        Outcome outcome = result.failure().orElseThrow();
        if (outcome.status() == Status.NOT_ALLOWED) {
            return Optional.of(
                    DeliveryEvent.undelivered(id, told, "not_allowed", outcome.reason(), attempt, clock.instant()));
        }
        throw failure(id, outcome);
    }

    private Told read(byte[] record) throws Lasting {
        try {
            return reader.read(record);
        } catch (IOException unreadable) {
            throw new Lasting(unreadable.getMessage());
        }
    }

    private DeliveryResult tell(HostedConnector connector, Told told, byte[] record) {
        ProviderGuard guard = guards.of(connector.spec().id());
        return records.during(told.enrichment().id(), record, () -> {
            DeliveryResult result = connector
                    .push(
                            told.enrichment(),
                            clock.instant().plus(PATIENCE),
                            told.enrichment().id())
                    .toCompletableFuture()
                    .join();
            guard.tell(counted(result), PATIENCE);
            return result;
        });
    }

    /** As what the guard counts: a delivery is as good as a hit. */
    private static LookupResult counted(DeliveryResult result) {
        Outcome outcome = result.failure()
                .orElseGet(() -> Outcome.of(Report.hit("delivered").build()));
        return new LookupResult(outcome, result.calls(), result.bytes(), result.took());
    }

    private PushFailure failure(String id, Outcome outcome) {
        return switch (outcome.status()) {
            case RATE_LIMITED, UNAUTHORISED, SKIPPED -> new HeldBack(outcome.reason());
            case TIMEOUT -> new Passing(outcome.reason());
            case KILLED -> hold(id).<PushFailure>map(HeldBack::new).orElseGet(() -> new Killed(outcome.reason()));
            case ERROR ->
                outcome.errorCause().orElseThrow() == ErrorCause.UNAVAILABLE
                                || outcome.errorCause().orElseThrow() == ErrorCause.STUCK
                        ? new Passing(outcome.reason())
                        : new Lasting(outcome.reason());
            default -> new Lasting(outcome.reason());
        };
    }

    /** The last word on a push that is given up; empty when the record can't be read. */
    Optional<DeliveryEvent> givenUp(String id, byte[] record, int attempts, Throwable why) {
        try {
            String outcome = why instanceof Killed ? "killed" : "failed";
            return Optional.of(DeliveryEvent.undelivered(
                    id, reader.read(record), outcome, String.valueOf(why.getMessage()), attempts, clock.instant()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<HostedConnector> find(String id) {
        return host.find(id).filter(HostedConnector.class::isInstance).map(HostedConnector.class::cast);
    }
}
