package io.indago.local.chaos;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** The whole topic is delivered a second time, to a hub that has stored it all. */
final class DeliveredTwice implements Fault {

    @Override
    public List<String> strike(Turn turn) throws InterruptedException, ExecutionException, SQLException {
        turn.load().finish();
        turn.judge().settle(turn.outage().plusSeconds(20));
        Set<String> before = turn.stand().accounts().everything();
        // gently, so that the consumer leaves its group
        turn.stand().hub().stop();
        turn.stand().events().rewind();
        long again = turn.stand().events().lag();
        turn.stand().hub().start();
        turn.judge().settle(turn.outage().plusSeconds(20));
        List<String> complaints = new ArrayList<>();
        if (again < turn.load().answered()) {
            complaints.add("only " + again + " events were delivered again");
        }
        Set<String> changed = new HashSet<>(turn.stand().accounts().everything());
        changed.removeAll(before);
        if (!changed.isEmpty()) {
            complaints.add(changed.size() + " rows changed, such as "
                    + changed.iterator().next());
        }
        return complaints;
    }
}
