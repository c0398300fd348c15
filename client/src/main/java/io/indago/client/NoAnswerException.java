package io.indago.client;

/** Nobody answered, or too late, or nothing that can be read. */
public final class NoAnswerException extends ClientException {
    private static final long serialVersionUID = 1;

    private final String server;

    NoAnswerException(String server, String message) {
        super(message);
        this.server = server;
    }

    NoAnswerException(String server, String message, Throwable cause) {
        super(message, cause);
        this.server = server;
    }

    /** Who should have answered, {@code http://localhost:8080}. */
    public String server() {
        return server;
    }
}
