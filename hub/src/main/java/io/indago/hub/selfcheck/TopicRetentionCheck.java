package io.indago.hub.selfcheck;

import io.indago.routes.api.SelfCheckDocument.Finding;
import io.indago.routes.connector.ConsumerGroups.UnreachableException;
import io.indago.routes.connector.KeptTopics;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Whether Kafka keeps for as long as is wanted what was put aside, and the heads of the audit's chain. */
final class TopicRetentionCheck implements Check {
    private static final Logger LOG = LoggerFactory.getLogger(TopicRetentionCheck.class);

    private final KeptTopics topics;
    private String complaint = "";

    TopicRetentionCheck(KeptTopics topics) {
        this.topics = topics;
    }

    /** Before anything is published: a topic that is made by being used has the broker's own retention. Waits 5 s at most. */
    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        tend();
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    synchronized void tend() {
        try {
            topics.tend();
            complaint = "";
        } catch (UnreachableException away) {
            if (!complaint.equals(away.getMessage())) {
                complaint = String.valueOf(away.getMessage());
                LOG.atWarn()
                        .addKeyValue("reason", complaint)
                        .log("Kafka's topics can't be made or looked at now; tried again every minute");
            }
        }
    }

    @Override
    public List<Finding> findings() {
        return topics.shorter().stream()
                .map(topic -> Finding.note(
                        "topic-kept-shortly",
                        topic + " is kept for less than is asked for in \"Topics\" of the operating guide: set its"
                                + " retention.ms"))
                .toList();
    }
}
