package io.indago.routes.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.ManualTime;
import io.indago.spi.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever replicas do, and whatever becomes of them and of the ledger, a provider never sees a call too many. */
class QuotaPropertiesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final AtomicInteger CALLS = new AtomicInteger();

    /**
     * By a clock of the provider's own, which may be a second wrong, and with calls that wait for a connection, and arrive
     * at any time they are under way, if it is no longer than a window.
     */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void noWindowOfTheProvidersOwnHasMoreCallsThanItsLimit(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int limit,
            @ForAll @IntRange(min = 1, max = 60) int seconds,
            @ForAll @IntRange(min = 1, max = 4) int replicas) {
        Story story = new Story(new Random(seed), limit, Duration.ofSeconds(seconds), replicas);
        for (int step = 0; step < 400; step++) {
            story.goOn();
        }
        story.end();

        assertThat(story.seen(Duration.ofSeconds(seconds)).values())
                .allSatisfy(calls -> assertThat(calls).isLessThanOrEqualTo(limit));
        assertThat(story.seen(HOUR).values())
                .allSatisfy(calls -> assertThat(calls).isLessThanOrEqualTo(40 * limit));
        CALLS.addAndGet(story.arrivals.size());
    }

    @AfterContainer
    static void theStoriesAreAboutSomething() {
        assertThat(CALLS.get()).isGreaterThan(5_000);
    }

    private static final class Story {
        private final Random random;
        private final int limit;
        private final Duration window;
        private final ManualTime time = new ManualTime();
        private final FakeLedger ledger = new FakeLedger(time);
        private final ScheduledExecutorService noTimer = Executors.newSingleThreadScheduledExecutor();
        private final Duration providersError;
        private final List<QuotaMeter> meters = new ArrayList<>();
        private final List<Waiting> waiting = new ArrayList<>();
        private final List<UnderWay> underWay = new ArrayList<>();
        private final List<Instant> arrivals = new ArrayList<>();

        Story(Random random, int limit, Duration window, int replicas) {
            this.random = random;
            this.limit = limit;
            this.window = window;
            long wrong = Math.min(1_000, window.toMillis() / 10);
            providersError = Duration.ofMillis(random.nextLong(-wrong, wrong));
            ledger.others(replicas - 1);
            ledger.aheadFor(Duration.ofMinutes(random.nextInt(10)));
            for (int i = 0; i < replicas; i++) {
                meters.add(meter());
            }
        }

        /** For a connection. */
        private record Waiting(QuotaTicket ticket, Instant deadline) {}

        private record UnderWay(QuotaTicket ticket, Instant sent, Instant deadline) {}

        private QuotaMeter meter() {
            return new QuotaMeter(
                    List.of(Quota.of(limit, window), Quota.of(40L * limit, HOUR)), "owner", ledger, time::nanos);
        }

        void goOn() {
            switch (random.nextInt(14)) {
                case 0 -> ledger.goAway();
                case 1, 2 -> ledger.comeBack();
                case 3 -> ledger.share(1 + random.nextInt(limit));
                case 4 -> meters.set(random.nextInt(meters.size()), meter());
                case 5 -> meters.forEach(QuotaMeter::tend);
                case 6 -> pass(Duration.ofMillis(random.nextLong(120_000)));
                case 7 -> pass(Duration.ofMillis(random.nextLong(1_500)));
                case 8, 9 -> pass(Duration.ofMillis(random.nextLong(2 * window.toMillis())));
                case 10 -> leave(waiting.size());
                default -> burst();
            }
        }

        private void burst() {
            QuotaMeter meter = meters.get(random.nextInt(meters.size()));
            for (int i = random.nextInt(2 * limit + 1); i > 0; i--) {
                Duration patience = Duration.ofMillis(random.nextLong(30_000));
                var ticket = meter.take("analyst", patience, noTimer);
                if (ticket.isDone() && ticket.join().isPresent()) {
                    waiting.add(new Waiting(ticket.join().get(), time.instant().plus(patience)));
                    leave(random.nextInt(2));
                }
                if (random.nextInt(3) == 0) {
                    arrive(time.instant());
                }
            }
        }

        /** Some have a connection now. */
        private void leave(int count) {
            for (int i = 0; i < count; i++) {
                Waiting call = waiting.remove(random.nextInt(waiting.size()));
                Instant now = time.instant();
                Duration left = Duration.between(now, call.deadline());
                if (left.isNegative()) {
                    call.ticket().over();
                } else if (call.ticket().leaves(left)) {
                    underWay.add(new UnderWay(call.ticket(), now, call.deadline()));
                } else {
                    call.ticket().unused();
                }
            }
        }

        /** Who is under way ends by its deadline, and arrives at some moment until then. */
        private void pass(Duration span) {
            Instant until = time.instant().plus(span);
            arrive(until);
            time.pass(Duration.between(time.instant(), until));
        }

        private void arrive(Instant until) {
            List<UnderWay> ending = underWay.stream()
                    .filter(call -> !call.deadline().isAfter(until) || random.nextBoolean())
                    .sorted((one, other) -> one.deadline().compareTo(other.deadline()))
                    .toList();
            underWay.removeAll(ending);
            for (UnderWay call : ending) {
                Instant end = call.deadline().isBefore(until) ? call.deadline() : until;
                if (end.isAfter(time.instant())) {
                    time.pass(Duration.between(time.instant(), end));
                }
                long under = Math.min(
                        window.toNanos(),
                        Duration.between(call.sent(), time.instant()).toNanos());
                arrivals.add(call.sent().plusNanos((long) (under * random.nextDouble())));
                call.ticket().over();
            }
        }

        void end() {
            pass(Duration.ofMinutes(1));
            noTimer.shutdownNow();
        }

        /** How many calls fell into each window by the provider's clock. */
        Map<Instant, Integer> seen(Duration window) {
            Map<Instant, Integer> seen = new HashMap<>();
            arrivals.forEach(arrival -> seen.merge(
                    QuotaWindow.at("any", window, arrival.plus(providersError)).starts(), 1, Integer::sum));
            return seen;
        }
    }
}
