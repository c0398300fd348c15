package io.indago.local.realm;

/** The realm can't be read or changed; the message is for whoever runs the command. */
final class RealmException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RealmException(String message) {
        super(message);
    }

    RealmException(String message, Throwable cause) {
        super(message, cause);
    }
}
