package io.indago.routes.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the users are: the identity provider. Everything in it may take seconds. */
public interface UserDirectory {

    /**
     * A part of the users, by name.
     *
     * @param total how many there are in all
     */
    record Page(List<User> users, int total) {
        public Page {
            users = List.copyOf(users);
        }
    }

    /** Users whose name, e-mail address, first or last name contains that; all when it is blank. */
    Page search(String text, int offset, int limit) throws DirectoryException;

    /** The user of exactly that name. */
    Optional<User> find(String username) throws DirectoryException;

    /** The names of the groups a user is in. */
    List<String> groups(String id) throws DirectoryException;

    /** Whether a user has power over the realm itself, or is kept for emergencies: not ours to change. */
    boolean isProtected(String id) throws DirectoryException;

    /** The members of a group. */
    List<User> members(HubGroup group) throws DirectoryException;

    /** Makes a user who is in his group and can't log in yet, and answers his id. */
    String create(NewUser user) throws DirectoryException;

    void setPassword(String id, Password password, boolean temporary) throws DirectoryException;

    void setEnabled(String id, boolean enabled) throws DirectoryException;

    /**
     * Ends all sessions of a user.
     *
     * @return the last second, by the identity provider's own clock, of tokens that ended with them
     */
    Instant endSessions(String id) throws DirectoryException;
}
