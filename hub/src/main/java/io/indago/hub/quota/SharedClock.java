package io.indago.hub.quota;

import io.indago.routes.guard.QuotaLedger.Time;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The database's time, which all replicas share, between two answers of it: as it was when it was last asked, and what has
 * passed since. This machine's own clock counts only before the first answer.
 */
final class SharedClock {
    private final Clock own;
    private final LongSupplier nanos;
    private volatile @Nullable Reading last;

    /**
     * @param nanos a clock that never steps, in nanoseconds
     */
    SharedClock(Clock own, LongSupplier nanos) {
        this.own = own;
        this.nanos = nanos;
    }

    private record Reading(Instant told, long asked, long answered) {}

    /** The database is asked now. */
    Question ask() {
        return new Question(nanos.getAsLong());
    }

    Time time() {
        Reading reading = last;
        if (reading == null) {
            return Time.of(own.instant());
        }
        long now = nanos.getAsLong();
        return new Time(
                reading.told().plusNanos(now - reading.answered()),
                reading.told().plusNanos(now - reading.asked()));
    }

    /** Asked, and not answered yet. */
    final class Question {
        private final long asked;

        private Question(long asked) {
            this.asked = asked;
        }

        /** That was the time at some moment since. */
        void answered(Instant told) {
            last = new Reading(told, asked, nanos.getAsLong());
        }
    }
}
