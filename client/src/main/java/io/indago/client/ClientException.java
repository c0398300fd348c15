package io.indago.client;

/** Why there is no answer. The message is a sentence for people. */
public abstract sealed class ClientException extends Exception permits ApiException, LoginException, NoAnswerException {
    private static final long serialVersionUID = 1;

    ClientException(String message) {
        super(message);
    }

    ClientException(String message, Throwable cause) {
        super(message, cause);
    }
}
