package io.indago.routes.journal;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Shows what is in the journal and what Kafka has taken from it. */
public final class JournalMetrics {

    public JournalMetrics(DurableJournal journal, MeterRegistry meters, Clock clock) {
        Gauge.builder("indago.accounting.journal.records", journal, each -> each.holdings()
                        .entries())
                .description("Entries that Kafka does not have yet")
                .register(meters);
        Gauge.builder("indago.accounting.journal.bytes", journal, each -> each.holdings()
                        .bytes())
                .description("Bytes of entries that Kafka does not have yet")
                .baseUnit("bytes")
                .register(meters);
        Gauge.builder("indago.accounting.journal.oldest.age", journal, each -> age(each, clock))
                .description("How long the oldest entry has been waiting for Kafka")
                .baseUnit("seconds")
                .register(meters);
        FunctionCounter.builder("indago.accounting.published", journal, DurableJournal::published)
                .description("Entries that Kafka has taken from the journal")
                .register(meters);
    }

    private static double age(DurableJournal journal, Clock clock) {
        Instant now = clock.instant();
        return Math.max(
                0,
                Duration.between(journal.holdings().oldest().orElse(now), now).toMillis() / 1e3);
    }
}
