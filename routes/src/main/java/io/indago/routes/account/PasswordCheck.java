package io.indago.routes.account;

import static java.util.Objects.requireNonNull;

import io.indago.routes.account.PasswordLogin.Answer;
import io.indago.routes.account.PasswordLogin.Granted;
import io.indago.routes.account.PasswordLogin.Incomplete;
import io.indago.routes.api.RefusedException;
import java.time.Duration;
import java.util.Optional;

/**
 * Checks passwords, fenced: only while the operator wants that, only so often, and so that a refusal tells nothing about the
 * user it was for.
 */
public final class PasswordCheck {
    /** The kinds of refusal that tell of a password that was tried. */
    static final String WRONG = "login-refused";

    static final String INCOMPLETE = "login-incomplete";

    private static final Duration REFUSAL = Duration.ofMillis(500);

    private final boolean on;
    private final PasswordLogin login;
    private final LoginThrottle throttle;
    private final LoginAddresses addresses;
    private final Stopwatch stopwatch;

    /** @param on whether passwords are taken at all */
    public PasswordCheck(
            boolean on, PasswordLogin login, LoginThrottle throttle, LoginAddresses addresses, Stopwatch stopwatch) {
        this.on = on;
        this.login = requireNonNull(login, "login");
        this.throttle = requireNonNull(throttle, "throttle");
        this.addresses = requireNonNull(addresses, "addresses");
        this.stopwatch = requireNonNull(stopwatch, "stopwatch");
    }

    /** Waits until so much time has passed since it was asked for. */
    @FunctionalInterface
    public interface Stopwatch {

        /** What is running now. */
        Running start();

        /** Waits. */
        @FunctionalInterface
        interface Running {
            void waitUntil(Duration passed) throws InterruptedException;
        }
    }

    boolean isOn() {
        return on;
    }

    /**
     * Logs somebody in.
     *
     * @param address from where
     * @param wrong what is said when the password is wrong
     */
    Granted check(String address, String username, Password password, String scope, RefusedException wrong)
            throws RefusedException, InterruptedException {
        if (!on) {
            throw off();
        }
        Optional<Duration> wait = throttle.attempt(address, username);
        if (wait.isPresent()) {
            throw new RefusedException(
                            "too-many-attempts",
                            "Too many attempts",
                            429,
                            "Passwords may be tried 5 times a minute and 30 times an hour from one address, and no more for a"
                                    + " name for which " + LoginThrottle.MOST_WRONG + " were wrong.")
                    .retryAfter(wait.get());
        }
        Stopwatch.Running time = stopwatch.start();
        Answer answer = ask(address, username, password, scope);
        if (answer instanceof Granted granted) {
            throttle.succeeded(address, username);
            return granted;
        }
        // As long for a name nobody has as for a wrong password, which takes a hash to find out
        time.waitUntil(REFUSAL);
        throw answer instanceof Incomplete ? incomplete() : wrong;
    }

    private Answer ask(String address, String username, Password password, String scope) throws RefusedException {
        try {
            return login.logIn(username, password, scope);
        } catch (DirectoryException away) {
            throttle.undecided(address, username);
            throw away.refusal();
        }
    }

    private RefusedException off() {
        return new RefusedException(
                "password-endpoint-off",
                "Passwords are not taken here",
                403,
                "Log in at Keycloak: people with the device flow (" + addresses.device() + ", which ./indago login"
                        + " does) or a code (" + addresses.code() + "), programs with client credentials ("
                        + addresses.token() + ").");
    }

    private RefusedException incomplete() {
        return new RefusedException(
                INCOMPLETE,
                "Something is to be done first",
                403,
                "The account waits for something that takes a browser, such as a new password: " + addresses.portal());
    }
}
