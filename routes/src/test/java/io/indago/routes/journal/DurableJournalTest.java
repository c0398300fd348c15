package io.indago.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.indago.routes.journal.JournalSettings.Sync;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DurableJournalTest {
    private static final long ROOM = 1 << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Sync.class)
    void whatWasTakenIsThereWhenTheJournalIsOpenedAgain(Sync sync) throws Exception {
        JournalSettings settings = new JournalSettings(folder, sync, ROOM);
        try (DurableJournal journal = DurableJournal.open(settings, Clock.systemUTC())) {
            journal.append(entry("a"));
            journal.append(entry("b"));
        }
        try (DurableJournal journal = DurableJournal.open(settings, Clock.systemUTC());
                JournalReader reader = journal.reader()) {
            assertThat(values(reader.after(0))).containsExactly("a", "b");
            assertThat(journal.holdings().entries()).isEqualTo(2);
            assertThat(journal.holdings().bytes()).isEqualTo(2);
            assertThat(journal.holdings().oldest()).isPresent();
        }
    }

    @Test
    void whatManyAppendAtOnceIsTakenOnceEach() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (DurableJournal journal = open(64 * ROOM);
                JournalReader reader = journal.reader()) {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String name = "w" + i + "-";
                writers.add(threads.submit(() -> {
                    go.await();
                    for (int n = 0; n < 20; n++) {
                        journal.append(entry(name + n));
                    }
                    return null;
                }));
            }
            go.countDown();
            for (Future<?> writer : writers) {
                writer.get();
            }
            List<String> values = values(reader.after(0));
            assertThat(values).hasSize(320).doesNotHaveDuplicates();
            for (int i = 0; i < 16; i++) {
                String name = "w" + i + "-";
                assertThat(values.stream().filter(value -> value.startsWith(name)))
                        .as("in the order in which they were taken")
                        .isSortedAccordingTo(java.util.Comparator.comparingInt(
                                (String value) -> Integer.parseInt(value.substring(name.length()))));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatKafkaHasIsForgotten() throws Exception {
        try (DurableJournal journal = open(ROOM);
                JournalReader reader = journal.reader()) {
            journal.append(entry("a"));
            journal.append(entry("b"));
            journal.forwarded(reader.after(0).subList(0, 1));

            await().until(() -> values(reader.after(0)).equals(List.of("b")));
            assertThat(journal.holdings().entries()).isEqualTo(1);
            assertThat(journal.published()).isEqualTo(1);
        }
    }

    @Test
    void aFullJournalTakesNothingAndGoesOnByItselfWhenKafkaHasTakenSome() throws Exception {
        try (DurableJournal journal = open(ROOM);
                JournalReader reader = journal.reader()) {
            fill(journal);
            assertThat(journal.refusal()).get().asString().contains("full");
            long begin = System.nanoTime();
            assertThatThrownBy(() -> journal.append(entry("no"))).isInstanceOf(JournalUnavailableException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(100));
            int taken = reader.after(0).size();

            journal.forwarded(reader.after(0));

            await().until(() -> journal.refusal().isEmpty());
            journal.append(entry("again"));
            assertThat(values(reader.after(0))).containsExactly("again");
            assertThat(taken).isGreaterThan(10);
        }
    }

    @Test
    void whileTheDiskDoesNotAnswerNothingIsTakenAtOnceAndThenItGoesOnByItself() throws Exception {
        DyingClock disk = new DyingClock();
        try (DurableJournal journal = open(disk);
                JournalReader reader = journal.reader()) {
            journal.append(entry("a"));
            disk.hang();
            Thread first = new Thread(() -> assertThatThrownBy(() -> journal.append(entry("b")))
                    .isInstanceOf(JournalUnavailableException.class));
            first.start();
            await().atMost(Duration.ofMillis(2_500))
                    .until(() -> journal.refusal().isPresent());
            assertThat(journal.refusal()).get().asString().contains("does not answer");
            long begin = System.nanoTime();
            assertThatThrownBy(() -> journal.append(entry("no"))).isInstanceOf(JournalUnavailableException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(100));
            first.join();

            disk.goOn();
            await().until(() -> journal.refusal().isEmpty());
            journal.append(entry("c"));
            assertThat(values(reader.after(0))).as("what was late came too").containsExactly("a", "b", "c");
        }
    }

    @Test
    void anErrorIsARefusalAndTheJournalGoesOnByItself() throws Exception {
        DyingClock disk = new DyingClock();
        try (DurableJournal journal = open(disk);
                JournalReader reader = journal.reader()) {
            journal.append(entry("a"));
            disk.die(new LinkageError("a class is gone"));
            long begin = System.nanoTime();
            assertThatThrownBy(() -> journal.append(entry("b")))
                    .isInstanceOf(JournalUnavailableException.class)
                    .hasRootCauseMessage("a class is gone");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));

            await().until(() -> journal.refusal().isEmpty());
            journal.append(entry("c"));
            assertThat(values(reader.after(0))).containsExactly("a", "c");
        }
    }

    /** The journal looks at it in the middle of each write. */
    private static final class DyingClock extends Clock {
        private volatile CountDownLatch answer = new CountDownLatch(0);
        private final AtomicReference<Optional<Error>> end = new AtomicReference<>(Optional.empty());

        void hang() {
            answer = new CountDownLatch(1);
        }

        void goOn() {
            answer.countDown();
        }

        /** Once. */
        void die(Error error) {
            end.set(Optional.of(error));
        }

        @Override
        public Instant instant() {
            end.getAndSet(Optional.empty()).ifPresent(error -> {
                throw error;
            });
            try {
                answer.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** The room that was used is used again, for ever. */
    @Test
    void whatIsForgottenLeavesRoom() throws Exception {
        try (DurableJournal journal = open(ROOM);
                JournalReader reader = journal.reader()) {
            for (int round = 0; round < 5; round++) {
                fill(journal);
                journal.forwarded(reader.after(0));
                await().until(() -> journal.refusal().isEmpty());
            }
            assertThat(Files.size(folder.resolve("journal.db"))).isLessThanOrEqualTo(ROOM);
        }
    }

    @Test
    void aFolderIsForOneHub() {
        try (DurableJournal journal = open(ROOM)) {
            assertThatThrownBy(() -> open(ROOM))
                    .isInstanceOf(JournalBrokenException.class)
                    .hasMessageContaining("each needs its own");
            assertThat(journal.refusal()).isEmpty();
        }
        open(ROOM).close();
    }

    @Test
    void aFolderThatCanNotBeIsSaid() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        JournalSettings settings = new JournalSettings(file.resolve("journal"), Sync.OS, ROOM);

        assertThatThrownBy(() -> DurableJournal.open(settings, Clock.systemUTC()))
                .isInstanceOf(JournalBrokenException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFileThatIsNoJournalIsNotWrittenOver() throws Exception {
        Files.writeString(folder.resolve("journal.db"), "something of somebody's ".repeat(100));

        assertThatThrownBy(() -> open(ROOM)).isInstanceOf(JournalBrokenException.class);
        assertThat(folder.resolve("journal.db")).content().startsWith("something of somebody's");
    }

    @Test
    void anEntryThatKafkaWouldNeverTakeIsRefusedAndTheNextIsTaken() throws Exception {
        try (DurableJournal journal = open(ROOM)) {
            assertThatThrownBy(() -> journal.append(entry("x".repeat(DurableJournal.LONGEST_VALUE + 1))))
                    .isInstanceOf(JournalUnavailableException.class);
            journal.append(entry("a"));
            assertThat(journal.refusal()).isEmpty();
        }
    }

    @Test
    void aClosedJournalTakesNothing() {
        DurableJournal journal = open(ROOM);
        journal.close();

        assertThatThrownBy(() -> journal.append(entry("a"))).isInstanceOf(JournalUnavailableException.class);
    }

    @Test
    void anAcknowledgedEntryIsOneThatKafkaHas() throws Exception {
        try (DurableJournal journal = open(ROOM);
                JournalReader reader = journal.reader()) {
            AcknowledgedJournal acknowledged = new AcknowledgedJournal(journal, Duration.ofMillis(50));
            assertThatThrownBy(() -> acknowledged.append(entry("a")))
                    .isInstanceOf(JournalUnavailableException.class)
                    .hasMessageContaining("Kafka has not confirmed");

            Thread kafka = new Thread(() -> await().until(() -> {
                List<StoredEntry> next = reader.after(1);
                if (!next.isEmpty()) {
                    journal.forwarded(next);
                }
                return !next.isEmpty();
            }));
            kafka.start();
            new AcknowledgedJournal(journal, Duration.ofSeconds(10)).append(entry("b"));
            kafka.join();
        }
    }

    private static void fill(DurableJournal journal) {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        journal.append(entry("x".repeat(20_000)));
                    }
                })
                .isInstanceOf(JournalUnavailableException.class);
    }

    private DurableJournal open(Clock clock) {
        return DurableJournal.open(new JournalSettings(folder, Sync.OS, ROOM), clock);
    }

    private DurableJournal open(long room) {
        return DurableJournal.open(new JournalSettings(folder, Sync.OS, room), Clock.systemUTC());
    }

    private static JournalEntry entry(String value) {
        return new JournalEntry("topic", "key", value.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> values(List<StoredEntry> entries) {
        return entries.stream()
                .map(each -> new String(each.entry().value(), StandardCharsets.UTF_8))
                .toList();
    }
}
