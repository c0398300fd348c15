package io.indago.routes.journal;

/** An entry can't be taken now. */
public final class JournalUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    public JournalUnavailableException(String message) {
        super(message);
    }

    public JournalUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
