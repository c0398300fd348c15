package io.indago.local.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Compares one scenario's ledger with accounting. */
final class Judge {
    private static final long PAUSE_MILLIS = 500;

    private final Stand stand;
    private final Ledger ledger;
    private final String suffix;
    private final boolean lookupsGoOn;

    Judge(Stand stand, Ledger ledger, String suffix, boolean lookupsGoOn) {
        this.stand = stand;
        this.ledger = ledger;
        this.suffix = suffix;
        this.lookupsGoOn = lookupsGoOn;
    }

    /** How it is now. */
    Verdict verdict() throws SQLException {
        return Verdict.of(ledger, stand.provider()::asked, stand.accounts().rows(suffix), lookupsGoOn);
    }

    /** Waits until everything is accounted for and nothing is left to store, or until patience ends. */
    Verdict settle(Duration patience) throws SQLException, InterruptedException, ExecutionException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Verdict verdict = verdict();
            long lag = stand.events().lag();
            if (verdict.isComplete() && lag == 0) {
                return verdict;
            }
            if (System.nanoTime() > end) {
                return lag == 0 ? verdict : verdict.with(List.of(lag + " events not stored"));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
