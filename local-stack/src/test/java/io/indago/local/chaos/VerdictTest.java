package io.indago.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.local.chaos.Attempt.Fate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The suite has to see what it is there to see. */
class VerdictTest {
    private static final Attempt ANSWERED = new Attempt("a.com", Fate.ANSWERED, "1", 200, 0, Duration.ofMillis(7));
    private static final Attempt CUT = new Attempt("b.com", Fate.BROKEN, "", 0, 0, Duration.ofMillis(9));
    private static final Map<String, Integer> CALLS = Map.of("a.com", 2, "b.com", 1);

    @Test
    void holdsWhenEachHasItsRow() {
        Verdict verdict = verdict(true, row("1", "a.com", true), new Row("2", "b.com", 1, 0, 0, false));

        assertThat(verdict.missing()).isZero();
        assertThat(verdict.interrupted()).isEqualTo(1);
        assertThat(verdict.latencies().all().slowest()).hasMillis(7);
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.words()).isEqualTo("BROKEN: 1 not answered");
        assertThat(verdict(false, row("1", "a.com", true), new Row("2", "b.com", 1, 0, 0, false))
                        .words())
                .isEqualTo("holds");
    }

    @Test
    void missesWhatWasAnsweredAndWhatReachedAProvider() {
        assertThat(verdict(false).missing()).isEqualTo(2);
        assertThat(verdict(false, row("1", "a.com", true)).words()).isEqualTo("BROKEN: 1 missing");
    }

    @Test
    void takesNoOtherRowForTheAnswersOwn() {
        Verdict verdict = verdict(false, row("3", "a.com", true), row("2", "b.com", true));

        assertThat(verdict.words()).isEqualTo("BROKEN: 1 missing");
    }

    @Test
    void expectsNoRowOfWhatNeverArrived() {
        Verdict verdict = Verdict.of(ledger(CUT), value -> 0, List.of(), false);

        assertThat(verdict.words()).isEqualTo("holds");
        assertThat(verdict.asked()).isZero();
    }

    @Test
    void seesWhatIsThereTwice() {
        Row row = row("1", "a.com", true);
        Row other = row("2", "b.com", true);

        assertThat(verdict(false, row, other, row("4", "b.com", true)).duplicates())
                .isEqualTo(1);
        assertThat(verdict(false, row, row, other).duplicates()).isEqualTo(1);
    }

    @Test
    void seesAnAnswerWhoseEndNobodyRecorded() {
        Row started = new Row("1", "a.com", 0, 0, 0, false);

        assertThat(verdict(false, started, row("2", "b.com", true)).words())
                .isEqualTo("BROKEN: 1 answered but not completed");
    }

    @Test
    void seesCallsThatWereNotCounted() {
        assertThat(verdict(false, new Row("1", "a.com", 2, 2, 1, false), row("2", "b.com", true))
                        .words())
                .isEqualTo("BROKEN: 1 with wrong calls");
        assertThat(verdict(false, new Row("1", "a.com", 2, 1, 2, false), row("2", "b.com", true))
                        .miscounted())
                .isEqualTo(1);
    }

    @Test
    void seesWhatNobodyMarkedAsInterrupted() {
        Verdict verdict = verdict(false, row("1", "a.com", true), new Row("2", "b.com", 0, 0, 0, false));

        assertThat(verdict.isComplete()).isFalse();
        assertThat(verdict.words()).isEqualTo("BROKEN: 1 neither completed nor interrupted");
    }

    @Test
    void seesTimesThatRunBackwards() {
        assertThat(verdict(false, row("1", "a.com", true), new Row("2", "b.com", 2, 2, 1, true))
                        .words())
                .isEqualTo("BROKEN: 1 with times that run backwards");
    }

    @Test
    void complains() {
        Verdict verdict = verdict(false, row("1", "a.com", true), row("2", "b.com", true));

        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.with(List.of("it smells")).words()).isEqualTo("BROKEN: it smells");
    }

    private static Ledger ledger(Attempt... attempts) {
        Ledger ledger = new Ledger();
        List.of(attempts).forEach(ledger::note);
        return ledger;
    }

    private static Verdict verdict(boolean lookupsGoOn, Row... rows) {
        return Verdict.of(ledger(ANSWERED, CUT), value -> CALLS.getOrDefault(value, 0), List.of(rows), lookupsGoOn);
    }

    private static Row row(String id, String value, boolean completed) {
        return new Row(id, value, completed ? 2 : 0, 2, 2, false);
    }
}
