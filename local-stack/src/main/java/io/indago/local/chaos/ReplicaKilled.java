package io.indago.local.chaos;

import io.indago.local.Part;
import io.indago.local.chaos.Attempt.Fate;
import java.util.List;

/** kill -9 of one of three hubs; the others answer whoever it had not. */
final class ReplicaKilled implements Fault {

    @Override
    public List<String> strike(Turn turn) throws InterruptedException {
        Part victim =
                turn.stand().hubs(hubs()).get(turn.random().nextInt(hubs())).part();
        turn.awaitMoment();
        victim.kill();
        turn.blink();
        victim.start();
        turn.awaitMoment();
        long broken = turn.load().ledger().attempts().stream()
                .filter(attempt -> attempt.is(Fate.BROKEN))
                .count();
        long refused = turn.load().ledger().attempts().stream()
                .filter(attempt -> attempt.is(Fate.REFUSED))
                .count();
        if (refused > 0) {
            return List.of(refused + " refused though two hubs were there");
        }
        // a caller has one lookup under way
        return broken > Load.CALLERS ? List.of(broken + " connections broke") : List.of();
    }

    @Override
    public boolean lookupsGoOn() {
        return false;
    }

    @Override
    public int hubs() {
        return 3;
    }
}
