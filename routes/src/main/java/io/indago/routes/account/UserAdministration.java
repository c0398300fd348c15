package io.indago.routes.account;

import static java.util.Objects.requireNonNull;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.api.RefusedException;
import java.time.Duration;

/**
 * Changes users. A user's tokens are refused before anything is changed at the identity provider, and all of them until it has
 * been: whatever ends it half-way leaves him with less than he should have, never with more.
 */
public final class UserAdministration {
    private final UserDirectory directory;
    private final Revocations revocations;
    private final Creations creations;
    private final Turns turns;

    public UserAdministration(UserDirectory directory, Revocations revocations, Creations creations, Turns turns) {
        this.directory = requireNonNull(directory, "directory");
        this.revocations = requireNonNull(revocations, "revocations");
        this.creations = requireNonNull(creations, "creations");
        this.turns = requireNonNull(turns, "turns");
    }

    /** Refuses to touch who has power over the realm itself. */
    void requireOurs(User user) throws DirectoryException {
        if (directory.isProtected(user.id())) {
            throw new DirectoryException(DirectoryException.Reason.PROTECTED, user.username());
        }
    }

    /**
     * Gives somebody else another password.
     *
     * @param by the subject of who asks for it, whose token alone must not be enough for his own
     */
    void resetPassword(User user, Password password, boolean temporary, String by)
            throws DirectoryException, StoreUnavailableException, RefusedException {
        requireAnother(user, by, "Nobody resets his own password: change it with the current one.");
        resetPassword(user, password, temporary);
    }

    /** Gives a user another password; all his sessions and tokens end. */
    void resetPassword(User user, Password password, boolean temporary)
            throws DirectoryException, StoreUnavailableException {
        requireOurs(user);
        boolean isNew = revocations.hold(user.id());
        try {
            directory.setPassword(user.id(), password, temporary);
        } catch (DirectoryException refused) {
            if (isNew && refused.reason() != DirectoryException.Reason.AWAY) {
                revocations.release(user.id());
            }
            throw refused;
        }
        revocations.settle(user.id(), directory.endSessions(user.id()));
    }

    /** Lets a user in again, with tokens issued from now on. */
    void enable(User user) throws DirectoryException, StoreUnavailableException {
        requireOurs(user);
        creations.drop(user.username());
        revocations.settle(user.id(), directory.endSessions(user.id()));
        directory.setEnabled(user.id(), true);
    }

    /**
     * Lets a user in no more; all his sessions and tokens end.
     *
     * @param by the subject of who asks for it
     */
    void disable(User user, String by) throws DirectoryException, StoreUnavailableException, RefusedException {
        requireAnother(user, by, "Nobody disables himself: another administrator does it.");
        requireOurs(user);
        if (!turns.take(() -> disableAlone(user))) {
            throw new RefusedException(
                            "change-under-way", "Under way", 409, "Somebody else is being disabled right now.")
                    .retryAfter(Duration.ofSeconds(1));
        }
    }

    private static void requireAnother(User user, String by, String sentence) throws RefusedException {
        if (user.id().equals(by)) {
            throw new RefusedException("own-account", "Not allowed", 403, sentence);
        }
    }

    private void disableAlone(User user) throws DirectoryException, StoreUnavailableException, RefusedException {
        var enabled = directory.members(HubGroup.ADMINS).stream()
                .filter(User::enabled)
                .map(User::id)
                .toList();
        if (enabled.contains(user.id()) && enabled.size() == 1) {
            throw new RefusedException(
                    "last-administrator",
                    "The last administrator",
                    409,
                    "Nobody else in hub-admins is enabled: make or enable another one first.");
        }
        // Or a repeated creation might let him in again
        creations.drop(user.username());
        boolean isNew = revocations.hold(user.id());
        try {
            directory.setEnabled(user.id(), false);
        } catch (DirectoryException refused) {
            if (isNew && refused.reason() == DirectoryException.Reason.PROTECTED) {
                revocations.release(user.id());
            }
            throw refused;
        }
        revocations.settle(user.id(), directory.endSessions(user.id()));
    }
}
