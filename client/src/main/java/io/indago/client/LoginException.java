package io.indago.client;

/** The login server gives no token to who asked, or nobody is logged in. */
public final class LoginException extends ClientException {
    private static final long serialVersionUID = 1;

    LoginException(String message) {
        super(message);
    }

    LoginException(String message, Throwable cause) {
        super(message, cause);
    }
}
