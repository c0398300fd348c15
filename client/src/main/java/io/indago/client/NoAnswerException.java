package io.indago.client;

/** Nobody answered, or too late, or nothing that can be read. */
public final class NoAnswerException extends ClientException {
    private static final long serialVersionUID = 1;

    NoAnswerException(String message) {
        super(message);
    }

    NoAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
