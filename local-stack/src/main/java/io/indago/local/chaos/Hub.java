package io.indago.local.chaos;

import io.indago.local.LocalStack;
import io.indago.local.Part;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One hub: its process, its journal, and its callers' way to it. */
final class Hub {
    private final LocalStack stack;
    private final int number;
    private final Path journal;
    private final HubClient client;
    private final Map<String, String> variables;
    private Part part;

    /** @param variables the environment variables it always has */
    Hub(LocalStack stack, int number, Path journal, HubClient client, Map<String, String> variables) {
        this.stack = stack;
        this.number = number;
        this.journal = journal;
        this.client = client;
        this.variables = new HashMap<>(variables);
        this.variables.put("INDAGO_ACCOUNTING_JOURNAL_FOLDER", journal.toString());
        this.part = stack.hub(number, this.variables);
    }

    Part part() {
        return part;
    }

    HubClient client() {
        return client;
    }

    /** Where it keeps what it has not handed over yet. */
    Path journal() {
        return journal;
    }

    /** The next start has these environment variables besides. It must not run. */
    void change(Map<String, String> besides) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(besides);
        part = stack.hub(number, all);
    }
}
