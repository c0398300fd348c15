package io.indago.hub.config;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the settings as a list, instead of a stack trace. */
final class InvalidSettingsAnalyzer extends AbstractFailureAnalyzer<InvalidSettingsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSettingsException cause) {
        String list = cause.problems().stream().map(problem -> "- " + problem).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "The hub can't start with these settings:\n\n" + list,
                "Mend them in indago.yml, in the environment or on the command line; docs/operating.md lists them all.",
                cause);
    }
}
