package io.indago.routes.api;

/** There is nothing of that name; the message says so, and what there is. */
public final class NotFoundException extends Exception {
    private static final long serialVersionUID = 1;

    public NotFoundException(String message) {
        super(message);
    }
}
