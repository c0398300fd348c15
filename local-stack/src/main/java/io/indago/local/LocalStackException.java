package io.indago.local;

/** Something a person must know about the local stack; the message is one sentence made for them. */
public final class LocalStackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocalStackException(String sentence) {
        super(sentence);
    }

    LocalStackException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
