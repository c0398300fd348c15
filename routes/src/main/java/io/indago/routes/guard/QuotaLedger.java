package io.indago.routes.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * Where it is counted what all replicas together may take of a limit. A replica leases a part of a window, in one go, and
 * spends it by itself; what it does not spend is lost with the window. So a limit may be used less than allowed, never more.
 */
public interface QuotaLedger {

    /** What time it is where the windows are counted. */
    Time time();

    /**
     * Leases a part of what is left of that window, however much suits the ledger.
     *
     * @param limit of the window, for all together
     * @return fails, after a few seconds at the latest, when the ledger can't be asked
     */
    CompletionStage<Lease> lease(QuotaWindow window, long limit);

    /** Leases so little that nobody misses it when it is lost: for windows that many have, of which a crash would lose more. */
    default CompletionStage<Lease> leaseLittle(QuotaWindow window, long limit) {
        return lease(window, limit);
    }

    /** Leases nothing, and sees how much is leased. */
    CompletionStage<Lease> look(QuotaWindow window, long limit);

    /** Gives back what was leased and will not be spent here; who calls it has forgotten it already. */
    void giveBack(QuotaWindow window, long calls);

    /** How many share, as far as it is known; 1 for nobody else. */
    int replicas();

    /** How long before it is needed one leases who is alone, to go on while the ledger can't be asked. */
    Duration ahead();

    /**
     * What was leased; nothing when the window is spent.
     *
     * @param leased what all together have leased of that window, this included
     */
    record Lease(long calls, long leased) {}

    /**
     * The time, as far as it is known: not earlier, not later than that.
     */
    record Time(Instant earliest, Instant latest) {
        /** Known well. */
        public static Time of(Instant instant) {
            return new Time(instant, instant);
        }
    }
}
