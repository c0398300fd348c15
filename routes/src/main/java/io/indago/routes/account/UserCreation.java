package io.indago.routes.account;

import static java.util.Objects.requireNonNull;

import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.api.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes users: disabled and in a group, then with a password, then enabled. Whatever ends it half-way leaves a user who
 * can't log in, and the same request again goes on where it ended.
 */
public final class UserCreation {
    private final UserDirectory directory;
    private final Creations creations;

    public UserCreation(UserDirectory directory, Creations creations) {
        this.directory = requireNonNull(directory, "directory");
        this.creations = requireNonNull(creations, "creations");
    }

    /**
     * Makes a user, or goes on with one.
     *
     * @param by who asks for it
     * @param key names the request; the same one again is answered as the first
     * @return whether anything was done; false when this very request was done before
     */
    boolean create(NewUser user, String by, Optional<String> key)
            throws DirectoryException, StoreUnavailableException, RefusedException {
        Optional<User> existing = directory.find(user.username());
        if (existing.isEmpty()) {
            if (!creations.begin(user.username(), by, key)) {
                throw underWay();
            }
            complete(user, () -> made(user));
            return true;
        }
        User found = existing.get();
        if (found.enabled()) {
            // Whoever made him may have ended before he could say so
            creations.finish(user.username());
        } else if (creations.resume(user.username(), by, key)) {
            complete(user, () -> sameAs(user, found));
            return true;
        } else if (creations.isUnderWay(user.username())) {
            throw underWay();
        }
        if (key.isPresent() && creations.wasMadeBy(user.username(), key.get())) {
            sameAs(user, found);
            return false;
        }
        throw new DirectoryException(DirectoryException.Reason.TAKEN, user.username()).refusal();
    }

    private interface Made {
        String id() throws DirectoryException, StoreUnavailableException, RefusedException;
    }

    private String made(NewUser user) throws DirectoryException, StoreUnavailableException {
        try {
            return directory.create(user);
        } catch (DirectoryException failure) {
            if (failure.reason() != DirectoryException.Reason.AWAY) {
                // Nobody was made, so whoever has that name one day is not ours to go on with
                creations.drop(user.username());
            }
            throw failure;
        }
    }

    /** Refuses to take one user for another: what makes him is what he was begun with, above all his group. */
    private String sameAs(NewUser user, User found) throws DirectoryException, RefusedException {
        List<String> differing = user.differences(found, directory.groups(found.id()));
        if (!differing.isEmpty()) {
            throw new RefusedException(
                    "creation-differs",
                    "Another user",
                    409,
                    "This user was made, or begun, with another " + String.join(", ", differing)
                            + ": repeat the request as it was, or have him removed at Keycloak.");
        }
        return found.id();
    }

    private void complete(NewUser user, Made made)
            throws DirectoryException, StoreUnavailableException, RefusedException {
        boolean complete = false;
        try {
            String id = made.id();
            directory.setPassword(id, user.password(), user.temporary());
            if (!creations.isUnderWay(user.username())) {
                throw ended();
            }
            directory.setEnabled(id, true);
            complete = true;
        } finally {
            if (complete) {
                creations.finish(user.username());
            } else {
                creations.pause(user.username());
            }
        }
    }

    private static RefusedException ended() {
        return new RefusedException(
                "creation-ended",
                "Ended meanwhile",
                409,
                "Somebody changed this user's status while he was being made: he is left as that has him.");
    }

    private static RefusedException underWay() {
        return new RefusedException(
                        "creation-under-way",
                        "Under way",
                        409,
                        "This user is being made right now, or was a minute ago by a hub that ended.")
                .retryAfter(Duration.ofMinutes(1));
    }
}
