package io.indago.hub.config;

import java.util.List;

/** The hub can't start with these settings. */
public final class InvalidSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    /** @param problems one sentence each */
    public InvalidSettingsException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence each. */
    List<String> problems() {
        return problems;
    }
}
