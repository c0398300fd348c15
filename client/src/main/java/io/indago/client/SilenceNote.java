package io.indago.client;

import java.util.stream.Collectors;

/** Tells which providers did not answer: the verdict is made without them. */
record SilenceNote(Terminal terminal) {

    void tell(Enrichment enrichment) {
        String silent = enrichment.unanswered().stream()
                .map(report -> report.provider() + " (" + report.status() + ")")
                .collect(Collectors.joining(", "));
        if (!silent.isEmpty()) {
            terminal.tell("note: no answer from " + silent);
        }
    }
}
