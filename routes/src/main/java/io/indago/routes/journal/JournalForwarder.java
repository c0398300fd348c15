package io.indago.routes.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings entries from the journal to Kafka, in good and in bad weather on the same way: some are sent together, and the
 * journal is told to forget those that all brokers have. What was sent when the hub was killed is sent again after it, so
 * that an entry may come twice, never not at all. One thread.
 */
public final class JournalForwarder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalForwarder.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    /** Let some come together: reading, sending and forgetting each alone costs more than all else. */
    private static final long GATHERING_MS = 10;

    private static final Duration LAST_CHANCE = Duration.ofSeconds(3);

    private final DurableJournal journal;
    private final JournalReader reader;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Thread thread = new Thread(this::forward, "journal-forwarder");
    private volatile boolean open = true;
    private volatile Optional<Producer<String, byte[]>> producer = Optional.empty();
    /** The last that Kafka has; the forwarder's thread's alone, as is what follows. */
    private long done;

    private boolean troubled;

    private JournalForwarder(
            DurableJournal journal, JournalReader reader, Supplier<Producer<String, byte[]>> producers) {
        this.journal = journal;
        this.reader = reader;
        this.producers = producers;
    }

    /**
     * From now on, what is left from before first.
     *
     * @param producers makes one that waits for all brokers and gives up on nothing; a new one after a failure
     */
    public static JournalForwarder begin(DurableJournal journal, Supplier<Producer<String, byte[]>> producers) {
        JournalForwarder forwarder = new JournalForwarder(journal, journal.reader(), producers);
        forwarder.thread.start();
        return forwarder;
    }

    private void forward() {
        try (reader) {
            while (hasMore()) {
                Thread.sleep(GATHERING_MS);
            }
        } catch (InterruptedException closed) {
            LOG.atInfo().log("What Kafka did not take waits in the journal for the next start");
        } catch (SQLException failure) {
            LOG.atWarn().setCause(failure).log("The journal's reader was not closed well");
        }
    }

    /** Brings some; whether there is to be more. Whatever goes wrong is tried again, for nobody else would do it. */
    private boolean hasMore() throws InterruptedException {
        try {
            List<StoredEntry> next = next();
            if (!next.isEmpty()) {
                send(next);
            } else if (open) {
                journal.arrivals().await(IDLE);
            } else {
                return false;
            }
        } catch (InterruptedException closed) {
            throw closed;
        } catch (Throwable failure) {
            trouble(failure);
            Thread.sleep(IDLE.toMillis());
        }
        return true;
    }

    private List<StoredEntry> next() throws InterruptedException {
        try {
            List<StoredEntry> next = reader.after(done);
            journal.oldest(next.stream().map(StoredEntry::at).findFirst());
            return next;
        } catch (SQLException failure) {
            LOG.atError().setCause(failure).log("The journal can't be read; it is tried again");
            Thread.sleep(IDLE.toMillis());
            return List.of();
        }
    }

    /** Those that Kafka has are forgotten; the others are sent again, in their order. */
    private void send(List<StoredEntry> entries) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        int taken = 0;
        boolean refusing = false;
        try {
            Producer<String, byte[]> current = producer();
            for (StoredEntry each : entries) {
                JournalEntry entry = each.entry();
                sent.add(current.send(new ProducerRecord<>(entry.topic(), entry.key(), entry.value())));
            }
        } catch (KafkaException | IllegalStateException refused) {
            trouble(refused);
            refusing = true;
        }
        try {
            for (Future<RecordMetadata> each : sent) {
                each.get();
                taken++;
            }
        } catch (ExecutionException refused) {
            trouble(refused.getCause());
            refusing = true;
        }
        if (refusing) {
            drop();
        }
        if (taken == 0) {
            Thread.sleep(IDLE.toMillis());
            return;
        }
        troubled = troubled && taken < entries.size();
        journal.forwarded(entries.subList(0, taken));
        done = entries.get(taken - 1).number();
    }

    private void trouble(Throwable cause) {
        if (!troubled) {
            LOG.atWarn()
                    .setCause(cause)
                    .log("Kafka does not take entries of the journal; they are kept and sent again");
            troubled = true;
        }
    }

    /** Can't be made while the brokers' names can't be resolved. */
    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> current = producer.orElseGet(producers);
        producer = Optional.of(current);
        return current;
    }

    /** One that has refused a record may have lost its order: the next entries have another. */
    private void drop() {
        producer.ifPresent(current -> current.close(Duration.ZERO));
        producer = Optional.empty();
    }

    /** Gives Kafka a moment to take the rest; what it does not take waits in the journal. */
    @Override
    public void close() {
        open = false;
        journal.arrivals().announce();
        try {
            thread.join(LAST_CHANCE.toMillis());
            thread.interrupt();
            thread.join(LAST_CHANCE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        drop();
    }
}
