package io.indago.routes.events;

import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Kafka how far a consumer has come. That it can't be told is no failure of the work that is done: while a group
 * settles who reads what, a commit is refused until the consumer asks for more, so trying it again would hold up all. What
 * stays uncommitted comes again.
 */
public final class Commit {
    private static final Logger LOG = LoggerFactory.getLogger(Commit.class);

    private Commit() {}

    /** Commits, or says in the log that it could not. */
    public static void tried(KafkaManualCommit commit) {
        try {
            commit.commit();
        } catch (KafkaException refused) {
            LOG.atWarn()
                    .addKeyValue("reason", refused.getMessage())
                    .log("What was read could not be committed; it may come again");
        }
    }
}
