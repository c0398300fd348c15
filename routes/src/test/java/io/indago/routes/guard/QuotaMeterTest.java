package io.indago.routes.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.ManualTime;
import io.indago.spi.Quota;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuotaMeterTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SKEW = Duration.ofSeconds(2);

    private final ManualTime time = new ManualTime();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final FakeLedger ledger = new FakeLedger(time);
    private final QuotaMeter meter = meter(Quota.of(4, MINUTE), Quota.of(10, DAY));

    QuotaMeterTest() {
        time.pass(SKEW);
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void keepsWithinAllWindowsAtOnce() {
        assertThat(taken(meter)).isEqualTo(4);
        time.pass(MINUTE);
        assertThat(taken(meter)).isEqualTo(4);
        time.pass(MINUTE);
        assertThat(taken(meter)).isEqualTo(2);
        time.pass(MINUTE);
        assertThat(taken(meter)).isZero();
        time.pass(DAY);
        assertThat(taken(meter)).isEqualTo(4);
    }

    @Test
    void saysWhatIsLeftAndWhenThereIsMore() {
        take(meter, Duration.ZERO);
        assertThat(meter.left()).extracting(QuotaMeter.Left::calls).containsExactly(3L, 9L);
        assertThat(meter.freeIn()).isZero();
        taken(meter);
        assertThat(meter.left()).extracting(QuotaMeter.Left::calls).containsExactly(0L, 6L);
        Duration wait = MINUTE.minus(SKEW).plusSeconds(1);
        assertThat(meter.freeIn()).isEqualTo(wait);
        assertThat(meter.left().get(0).freeAt()).isEqualTo(time.instant().plus(wait));
    }

    @Test
    void waitsForTheNextWindowIfThereIsTimeAndRefusesAtOnceIfThereIsNone() {
        QuotaMeter narrow = real(Quota.of(1, Duration.ofMillis(300)));
        long begun = System.nanoTime();

        QuotaTicket first =
                narrow.take("analyst", Duration.ofMillis(1), timer).join().orElseThrow();
        assertThat(narrow.take("analyst", Duration.ofMillis(1), timer)).isCompletedWithValue(Optional.empty());
        assertThat(narrow.refusedLately()).isTrue();
        first.over();
        assertThat(narrow.take("analyst", Duration.ofSeconds(10), timer).join()).isPresent();
        assertThat(narrow.take("analyst", Duration.ofSeconds(10), timer).join()).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void servesInTheOrderOfComing() {
        QuotaMeter narrow = real(Quota.of(2, Duration.ofMillis(300)));
        List<Integer> served = new ArrayList<>();
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int number = i;
            all.add(narrow.take("analyst", Duration.ofSeconds(10), timer).thenAccept(ticket -> {
                served.add(number);
                ticket.orElseThrow().over();
            }));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();

        assertThat(served).containsExactly(0, 1, 2, 3, 4, 5);
    }

    /** Whoever is answered in the next window may have arrived in it. */
    @Test
    void countsACallInEveryWindowItMayFallInto() {
        time.pass(Duration.ofSeconds(56));
        List<QuotaTicket> late = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            late.add(take(meter, Duration.ofSeconds(10)).orElseThrow());
        }
        late.get(0).over();
        late.get(0).over();
        time.pass(Duration.ofSeconds(7));
        late.get(1).over();

        assertThat(taken(meter)).as("of four, two are counted already").isEqualTo(2);
        time.pass(MINUTE);
        assertThat(taken(meter)).isEqualTo(4);
    }

    /** By the provider's clock the window before may not be over yet. */
    @Test
    void countsTheFirstMomentsToBothWindows() {
        assertThat(taken(meter)).isEqualTo(4);
        time.pass(MINUTE.minus(SKEW));
        assertThat(taken(meter)).isZero();
        time.pass(Duration.ofMillis(1_001));
        assertThat(taken(meter)).isEqualTo(4);
    }

    @Test
    void putsBackWhatWasNotUsed() {
        take(meter, Duration.ZERO).orElseThrow().unused();

        assertThat(taken(meter)).isEqualTo(4);
    }

    @Test
    void spendsWhatWasLeasedWhileTheLedgerIsAwayAndThenSaysSo() {
        ledger.share(2);
        take(meter, Duration.ZERO).orElseThrow().over();
        ledger.goAway();

        assertThat(taken(meter)).isEqualTo(1);
        assertThat(meter.isCutOff()).isTrue();
        assertThat(meter.freeIn()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(1));
        ledger.comeBack();
        assertThat(taken(meter)).as("it is not asked again at once").isZero();
        time.pass(Duration.ofMillis(1_001));
        assertThat(taken(meter)).isEqualTo(2);
    }

    @Test
    void hasNothingOfAWindowThatBeginsWhileTheLedgerIsAway() {
        taken(meter);
        ledger.goAway();
        time.pass(MINUTE);

        assertThat(taken(meter)).isZero();
        assertThat(meter.isCutOff()).isTrue();
    }

    @Test
    void isServedByALateAnswerOfTheLedger() {
        ledger.hold();
        CompletableFuture<Optional<QuotaTicket>> waiting = meter.take("analyst", Duration.ofSeconds(30), timer);
        assertThat(waiting).isNotDone();

        ledger.answer();
        assertThat(waiting.join()).isPresent();
    }

    @Test
    void isToldInTimeThatTheLedgerDoesNotAnswer() {
        ledger.hold();

        assertThat(meter.take("analyst", Duration.ofMillis(300), timer).join()).isEmpty();
    }

    @Test
    void leasesAheadWhileAlone() {
        ledger.aheadFor(Duration.ofMinutes(5));
        meter.tend();
        ledger.goAway();

        for (int minute = 0; minute < 6; minute++) {
            time.pass(minute == 0 ? Duration.ZERO : MINUTE);
            assertThat(taken(meter)).as("minute %d", minute).isEqualTo(minute < 2 ? 4 : minute == 2 ? 2 : 0);
        }
    }

    @Test
    void givesBackWhatOthersMayNeed() {
        QuotaMeter alone = meter(Quota.of(90, MINUTE));
        ledger.aheadFor(Duration.ofMinutes(5));
        alone.tend();
        ledger.others(2);
        alone.tend();

        assertThat(alone.left()).extracting(QuotaMeter.Left::held).containsExactly(30L);
        assertThat(alone.left()).extracting(QuotaMeter.Left::calls).containsExactly(90L);
        assertThat(taken(meter("another", Quota.of(90, MINUTE))))
                .as("another's")
                .isEqualTo(90);
        alone.close();
        assertThat(ledger.leased(0)).as("by the other").isEqualTo(90);
        assertThat(ledger.leased(3)).isZero();
    }

    private QuotaMeter real(Quota quota) {
        return new QuotaMeter(List.of(quota), "owner", new LocalLedger(Clock.systemUTC()), System::nanoTime);
    }

    private QuotaMeter meter(Quota... quotas) {
        return meter("owner", quotas);
    }

    private QuotaMeter meter(String owner, Quota... quotas) {
        return new QuotaMeter(List.of(quotas), owner, ledger, time::nanos);
    }

    private int taken(QuotaMeter from) {
        int taken = 0;
        for (Optional<QuotaTicket> call = take(from, Duration.ZERO);
                call.isPresent();
                call = take(from, Duration.ZERO)) {
            call.get().over();
            taken++;
        }
        return taken;
    }

    private Optional<QuotaTicket> take(QuotaMeter from, Duration patience) {
        return from.take("analyst", patience, timer).join();
    }
}
