package io.indago.routes.account;

import static java.util.Objects.requireNonNull;

import io.indago.routes.account.PasswordLogin.Granted;
import io.indago.routes.accounting.Caller;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.api.RefusedException;
import java.net.URI;
import java.util.Optional;

/**
 * Changes one's own password. A token alone is never enough: the password so far is checked as at a login, or else it is done
 * at the identity provider, in a browser.
 */
public final class OwnPassword {
    private final PasswordCheck check;
    private final UserDirectory directory;
    private final UserAdministration users;
    private final URI browser;

    /** @param browser where a browser changes the password, at the identity provider */
    public OwnPassword(PasswordCheck check, UserDirectory directory, UserAdministration users, URI browser) {
        this.check = requireNonNull(check, "check");
        this.directory = requireNonNull(directory, "directory");
        this.users = requireNonNull(users, "users");
        this.browser = requireNonNull(browser, "browser");
    }

    void change(Caller caller, String address, Password current, Password wanted)
            throws RefusedException, DirectoryException, StoreUnavailableException, InterruptedException {
        if (!check.isOn()) {
            throw new RefusedException(
                    "password-endpoint-off",
                    "Passwords are not taken here",
                    403,
                    "Change your password in a browser, at Keycloak: " + browser);
        }
        Granted granted = check.check(address, caller.username(), current, "users", wrong());
        if (!granted.subject().equals(caller.subject())) {
            throw wrong();
        }
        Optional<User> user = directory.find(caller.username());
        if (user.isEmpty()) {
            throw new DirectoryException(DirectoryException.Reason.GONE, caller.username());
        }
        users.resetPassword(user.get(), wanted, false);
    }

    private static RefusedException wrong() {
        return new RefusedException("wrong-password", "Wrong password", 403, "The current password is not accepted.");
    }
}
