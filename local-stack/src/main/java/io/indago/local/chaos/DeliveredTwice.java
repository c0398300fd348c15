package io.indago.local.chaos;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** The whole topic is delivered a second time, to a hub that has stored it all. */
final class DeliveredTwice implements Fault {

    @Override
    public List<String> strike(Turn turn) throws InterruptedException, ExecutionException, SQLException {
        turn.load().finish();
        List<String> complaints = new ArrayList<>(settled(turn, "at first"));
        Set<String> before = turn.stand().accounts().everything();
        // gently, so that the consumer leaves its group
        turn.stand().hub().stop();
        turn.stand().events().rewind();
        long again = turn.stand().events().lag();
        turn.stand().hub().start();
        complaints.addAll(settled(turn, "the second time"));
        if (again < turn.load().answered()) {
            complaints.add("only " + again + " events were delivered again");
        }
        complaints.addAll(differences(before, turn.stand().accounts().everything()));
        return complaints;
    }

    /** Before all of it is stored there is nothing to compare. */
    private static List<String> settled(Turn turn, String when)
            throws InterruptedException, ExecutionException, SQLException {
        return turn.judge().settle(turn.outage().plusSeconds(20)).complaints().stream()
                .map(complaint -> when + ": " + complaint)
                .toList();
    }

    static List<String> differences(Set<String> before, Set<String> after) {
        return Stream.of(difference(after, before, "rows came"), difference(before, after, "rows are gone"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> difference(Set<String> these, Set<String> those, String what) {
        Set<String> rest = new HashSet<>(these);
        rest.removeAll(those);
        return rest.stream().findFirst().map(one -> rest.size() + " " + what + ", such as " + one);
    }
}
