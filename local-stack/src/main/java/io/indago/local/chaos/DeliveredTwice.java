package io.indago.local.chaos;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The whole topic is delivered a second time, to a hub that has stored it all. */
final class DeliveredTwice implements Fault {

    @Override
    public List<String> strike(Turn turn) throws InterruptedException, ExecutionException, SQLException {
        turn.load().finish();
        turn.judge().settle(turn.outage().plusSeconds(20));
        String before = turn.stand().accounts().checksum();
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
        if (!turn.stand().accounts().checksum().equals(before)) {
            complaints.add("accounting changed");
        }
        return complaints;
    }
}
