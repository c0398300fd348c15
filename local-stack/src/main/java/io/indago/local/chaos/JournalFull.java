package io.indago.local.chaos;

import io.indago.local.chaos.Attempt.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The journal has little room and Kafka is away, until nothing fits in any more: then lookups have to be refused before
 * anything is sent, and answered again as soon as Kafka is back, by the same hub.
 */
final class JournalFull implements Fault {
    private static final String ROOM = "1MB";
    private static final int ENOUGH_REFUSALS = 50;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public List<String> strike(Turn turn) throws InterruptedException {
        Stand stand = turn.stand();
        stand.hub().stop();
        stand.changeHub(Map.of("INDAGO_ACCOUNTING_JOURNAL_MAX_SIZE", ROOM));
        stand.hub().start();
        try {
            return fill(turn);
        } finally {
            stand.kafka().start();
            stand.hub().stop();
            stand.changeHub(Map.of());
        }
    }

    private static List<String> fill(Turn turn) throws InterruptedException {
        Stand stand = turn.stand();
        List<String> complaints = new ArrayList<>();
        turn.awaitMoment();
        long pid = stand.hub().pid();
        // those that a hub at its start refuses are no matter
        long enough = refused(turn.load().ledger()) + ENOUGH_REFUSALS;
        stand.kafka().kill();
        if (!Wait.until(() -> refused(turn.load().ledger()) >= enough, LIMIT)) {
            complaints.add("a full journal refuses nothing");
        }
        if (!Wait.until(() -> !stand.client().isReady(), Duration.ofSeconds(5))) {
            complaints.add("ready though it refuses");
        }
        turn.blink();
        stand.kafka().start();
        if (!Wait.until(stand.client()::isReady, LIMIT)) {
            complaints.add("not ready again");
        }
        turn.awaitMoment();
        if (stand.hub().pid() != pid) {
            complaints.add("the hub did not stay");
        }
        long sent = turn.load().ledger().attempts().stream()
                .filter(attempt -> attempt.status() == 503)
                .filter(attempt -> stand.provider().asked(attempt.value()) > 0)
                .count();
        // those that were under way have their start in the journal, and no room for their end
        if (sent > Load.CALLERS) {
            complaints.add(sent + " refused though sent");
        }
        return complaints;
    }

    private static long refused(Ledger ledger) {
        return ledger.attempts().stream()
                .filter(attempt -> attempt.is(Fate.REFUSED) && attempt.status() == 503)
                .count();
    }

    @Override
    public boolean lookupsGoOn() {
        return false;
    }
}
