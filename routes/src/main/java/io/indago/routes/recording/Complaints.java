package io.indago.routes.recording;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong with recordings: each thing once, in the log and for the list of problems. */
final class Complaints {
    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
    private static final int MOST = 50;

    private final Set<String> sentences = ConcurrentHashMap.newKeySet();

    void add(String sentence) {
        if (sentences.size() < MOST && sentences.add(sentence)) {
            LOG.warn(sentence);
        }
    }

    List<String> sentences() {
        return sentences.stream().sorted().toList();
    }
}
