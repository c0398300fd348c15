package io.indago.routes.api;

import io.indago.routes.accounting.EventStoreRoutes;
import io.indago.routes.api.DeadLettersDocument.TopicPart;
import io.indago.routes.connector.ConsumerGroups;
import io.indago.routes.connector.ConsumerGroups.UnreachableException;
import io.indago.routes.connector.DeadLetters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an operator can see of events that could never be stored, and do about them. */
public final class DeadLetterOperations {
    private final Map<String, String> topics = new TreeMap<>();
    private final ConsumerGroups groups;
    private final DeadLetters deadLetters;

    /** @param routes those that put events aside */
    public DeadLetterOperations(List<EventStoreRoutes> routes, ConsumerGroups groups, DeadLetters deadLetters) {
        routes.forEach(each -> topics.put(each.topic(), each.deadLetters()));
        this.groups = groups;
        this.deadLetters = deadLetters;
    }

    DeadLettersDocument list() throws UnreachableException {
        List<TopicPart> parts = new ArrayList<>();
        for (Map.Entry<String, String> topic : topics.entrySet()) {
            parts.add(new TopicPart(topic.getKey(), groups.putAside(topic.getValue())));
        }
        return new DeadLettersDocument(parts);
    }

    /** Has the events stored that can be by now; what still can't is put aside once more. */
    ReplayDocument replay(String topic) throws NotFoundException, UnreachableException {
        String letters = topics.get(topic);
        if (letters == null) {
            throw new NotFoundException(
                    "there is no topic '" + topic + "' with dead letters, there is " + topics.keySet());
        }
        return new ReplayDocument(topic, deadLetters.putBack(letters, topic));
    }
}
