package io.indago.routes.accounting;

/** An event can't be recorded now. */
public final class AccountingUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    public AccountingUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
