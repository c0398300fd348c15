package io.indago.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.indago.routes.events.KafkaSettings;
import io.indago.routes.journal.JournalSettings.Sync;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalForwarderTest {
    @TempDir
    private Path folder;

    private DurableJournal journal;
    private final List<MockProducer<String, byte[]>> producers = new CopyOnWriteArrayList<>();
    private final Queue<MockProducer<String, byte[]>> coming = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void open() {
        journal = DurableJournal.open(new JournalSettings(folder, Sync.OS, 1 << 20), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void entriesReachTheirTopicsInOrderAndLeaveTheJournal() throws Exception {
        try (JournalForwarder forwarder = begin(fast())) {
            assertThat(forwarder).isNotNull();
            for (int i = 0; i < 50; i++) {
                append("user-" + i % 3, "e" + i);
            }
            await().until(() -> journal.holdings().entries() == 0);
        }
        List<ProducerRecord<String, byte[]>> sent = producers.get(0).history();
        assertThat(sent).hasSize(50).allSatisfy(record -> assertThat(record.topic())
                .isEqualTo("a.topic"));
        assertThat(sent).extracting(JournalForwarderTest::value).isEqualTo(numbered(50));
        assertThat(sent.get(4).key()).isEqualTo("user-1");
        assertThat(journal.published()).isEqualTo(50);
    }

    @Test
    void whatIsLeftFromBeforeGoesFirst() throws Exception {
        append("u", "e0");
        journal.close();
        open();
        append("u", "e1");
        try (JournalForwarder forwarder = begin(fast())) {
            assertThat(forwarder).isNotNull();
            await().until(() -> journal.holdings().entries() == 0);
        }
        assertThat(producers.get(0).history())
                .extracting(JournalForwarderTest::value)
                .containsExactly("e0", "e1");
    }

    /** As Kafka's producer fails while it has never reached a broker. */
    @Test
    void whatIsRefusedOnTheSpotIsKeptAndSentLater() throws Exception {
        MockProducer<String, byte[]> producer = fast();
        producer.sendException = new TimeoutException("no metadata within 500 ms");
        try (JournalForwarder forwarder = begin(producer)) {
            assertThat(forwarder).isNotNull();
            append("u", "e0");
            append("u", "e1");
            assertThat(journal.refusal())
                    .as("the journal takes entries all the same")
                    .isEmpty();
            producer.sendException = null;
            await().until(() -> journal.holdings().entries() == 0);
        }
        assertThat(producers.stream().flatMap(each -> each.history().stream()))
                .as("by it, or by the next one if it had refused by then")
                .extracting(JournalForwarderTest::value)
                .containsExactly("e0", "e1");
    }

    /** As Kafka's client fails while the name of its broker can't be resolved, which goes with the broker in some places. */
    @Test
    void aProducerThatCantBeMadeIsTriedAgain() throws Exception {
        append("u", "e0");
        MockProducer<String, byte[]> first = slow();
        MockProducer<String, byte[]> last = fast();
        Iterator<Supplier<Producer<String, byte[]>>> makers = List.<Supplier<Producer<String, byte[]>>>of(
                        JournalForwarderTest::unmade, () -> first, JournalForwarderTest::unmade, () -> last)
                .iterator();
        try (JournalForwarder forwarder =
                JournalForwarder.begin(journal, () -> makers.next().get())) {
            assertThat(forwarder).isNotNull();
            await().until(() -> !first.history().isEmpty());
            first.errorNext(new TimeoutException("no metadata within 500 ms"));
            await().until(() -> journal.holdings().entries() == 0);
        }
        assertThat(last.history()).extracting(JournalForwarderTest::value).containsExactly("e0");
    }

    /** As a library fails of which a jar is missing, or spoilt. */
    @Test
    void anErrorDoesNotEndIt() throws Exception {
        append("u", "e0");
        MockProducer<String, byte[]> producer = fast();
        AtomicInteger asked = new AtomicInteger();
        try (JournalForwarder forwarder = JournalForwarder.begin(journal, () -> {
            if (asked.getAndIncrement() == 0) {
                throw new NoClassDefFoundError("a class is gone");
            }
            return producer;
        })) {
            assertThat(forwarder).isNotNull();
            await().until(() -> journal.holdings().entries() == 0);
        }
        assertThat(producer.history()).extracting(JournalForwarderTest::value).containsExactly("e0");
    }

    private static Producer<String, byte[]> unmade() {
        throw new KafkaException("Failed to construct kafka producer");
    }

    @Test
    void whatABrokerRefusesLaterIsSentAgainByANewProducerWithAllThatFollowed() throws Exception {
        for (int i = 0; i < 3; i++) {
            append("u", "e" + i);
        }
        MockProducer<String, byte[]> first = slow();
        try (JournalForwarder forwarder = begin(first)) {
            assertThat(forwarder).isNotNull();
            await().until(() -> first.history().size() == 3);
            first.completeNext();
            first.errorNext(new OutOfOrderSequenceException("lost its place"));
            await().until(() -> journal.holdings().entries() == 0);
        }
        assertThat(first.closed()).isTrue();
        assertThat(producers.get(1).history())
                .extracting(JournalForwarderTest::value)
                .containsExactly("e1", "e2");
    }

    @Test
    void nothingLeavesTheJournalBeforeTheBrokersHaveIt() throws Exception {
        MockProducer<String, byte[]> producer = slow();
        try (JournalForwarder forwarder = begin(producer)) {
            assertThat(forwarder).isNotNull();
            append("u", "e0");
            await().until(() -> producer.history().size() == 1);
            assertThat(journal.holdings().entries()).isEqualTo(1);
            producer.completeNext();
            await().until(() -> journal.holdings().entries() == 0);
        }
    }

    @Test
    void whatKafkaDoesNotTakeBeforeTheEndWaitsForTheNextStart() throws Exception {
        MockProducer<String, byte[]> producer = slow();
        try (JournalForwarder forwarder = begin(producer)) {
            assertThat(forwarder).isNotNull();
            append("u", "e0");
            await().until(() -> producer.history().size() == 1);
        }
        journal.close();
        open();
        assertThat(journal.holdings().entries()).isEqualTo(1);
    }

    @Test
    void theProducerWaitsForAllBrokersAndGivesUpOnNothing() {
        assertThat(new KafkaSettings("kafka:9092", 1 << 20, 250).producerConfig())
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                .containsEntry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    }

    private JournalForwarder begin(MockProducer<String, byte[]> first) {
        coming.add(first);
        coming.add(fast());
        return JournalForwarder.begin(journal, () -> {
            MockProducer<String, byte[]> next = coming.remove();
            producers.add(next);
            return next;
        });
    }

    private void append(String key, String value) throws JournalUnavailableException {
        journal.append(new JournalEntry("a.topic", key, value.getBytes(StandardCharsets.UTF_8)));
    }

    private static MockProducer<String, byte[]> fast() {
        return new MockProducer<>(true, new StringSerializer(), new ByteArraySerializer());
    }

    private static MockProducer<String, byte[]> slow() {
        return new MockProducer<>(false, new StringSerializer(), new ByteArraySerializer());
    }

    private static String value(ProducerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static List<String> numbered(int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(i -> "e" + i).toList();
    }
}
