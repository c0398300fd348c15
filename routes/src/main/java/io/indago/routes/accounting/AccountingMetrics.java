package io.indago.routes.accounting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Counts and times accounting events on their way to their row. */
public final class AccountingMetrics {
    private final Timer append;
    private final Counter refused;
    private final Timer persistDelay;
    private final Counter deadLetters;
    private final Clock clock;

    public AccountingMetrics(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        append = Timer.builder("indago.accounting.append")
                .description("Recording an event, before anything leaves")
                .register(meters);
        refused = Counter.builder("indago.accounting.refused")
                .description("Events that could not be recorded")
                .register(meters);
        persistDelay = Timer.builder("indago.accounting.persist.delay")
                .description("From an event to its row")
                .register(meters);
        deadLetters = Counter.builder("indago.accounting.dlq")
                .description("Records that can never be stored")
                .register(meters);
    }

    /** That log, counted and timed. */
    public AccountingLog around(AccountingLog log) {
        return event -> {
            Timer.Sample sample = Timer.start();
            try {
                log.append(event);
            } catch (AccountingUnavailableException unavailable) {
                refused.increment();
                throw unavailable;
            } finally {
                sample.stop(append);
            }
        };
    }

    /** That store, with the time it took events to get there. */
    public EventStore<AccountingEvent> timing(EventStore<AccountingEvent> store) {
        return events -> {
            store.store(events);
            stored(events);
        };
    }

    private void stored(List<AccountingEvent> events) {
        events.forEach(event -> {
            Duration delay = Duration.between(event.at(), clock.instant());
            persistDelay.record(delay.isNegative() ? Duration.ZERO : delay);
        });
    }

    /** Counts events that can never be stored. */
    public void deadLetters(int count) {
        deadLetters.increment(count);
    }
}
