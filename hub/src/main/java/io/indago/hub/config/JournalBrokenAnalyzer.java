package io.indago.hub.config;

import io.indago.routes.journal.JournalBrokenException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why there can be no journal, instead of a stack trace. */
final class JournalBrokenAnalyzer extends AbstractFailureAnalyzer<JournalBrokenException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, JournalBrokenException cause) {
        String why = cause.getCause() == null ? "" : " (" + cause.getCause().getMessage() + ")";
        return new FailureAnalysis(
                "The hub can't start without its journal: " + cause.getMessage() + why,
                "The setting indago.accounting.journal.folder names a folder that this hub alone writes; docs/operating.md"
                        + " says what to do with one that can't be read.",
                cause);
    }
}
