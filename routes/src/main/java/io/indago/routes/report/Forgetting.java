package io.indago.routes.report;

import static java.util.Objects.requireNonNull;

import io.indago.routes.account.DirectoryException;
import io.indago.routes.account.User;
import io.indago.routes.account.UserDirectory;
import io.indago.routes.accounting.Caller;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.api.RefusedException;
import java.util.Set;

/** Has the accounts forget people who are gone, and nobody else: whoever is at work must not be able to hide what he does. */
final class Forgetting {
    private static final String MACHINES = "service-account-";

    private final Reports reports;
    private final UserDirectory directory;

    Forgetting(Reports reports, UserDirectory directory) {
        this.reports = requireNonNull(reports, "reports");
        this.directory = requireNonNull(directory, "directory");
    }

    /** @return how many requests were his */
    long forget(String username, String pseudonym, Caller by)
            throws StoreUnavailableException, DirectoryException, RefusedException {
        Set<String> subjects = reports.subjects(username);
        if (username.equals(by.username()) || subjects.contains(by.subject())) {
            throw new RefusedException(
                    "own-account",
                    "Not allowed",
                    403,
                    "Nobody has his own requests forgotten: another administrator does it.");
        }
        if (subjects.isEmpty() || subjects.contains("") || username.startsWith(MACHINES)) {
            throw new RefusedException(
                    "nobody-to-forget",
                    "Nobody to forget",
                    409,
                    "These are requests of programs, or of who was not logged in: there is no person to forget.");
        }
        if (directory.find(username).filter(User::enabled).isPresent()) {
            throw new RefusedException(
                    "account-enabled",
                    "The account is enabled",
                    409,
                    "Disable the account first: it would go on under its name.");
        }
        return reports.forget(username, pseudonym);
    }
}
