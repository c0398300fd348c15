package io.indago.routes.account;

import java.util.List;

/**
 * A part of the users.
 *
 * @param total how many match in all
 */
public record UsersDocument(List<UserDocument> users, int offset, int limit, int total) {
    public UsersDocument {
        users = List.copyOf(users);
    }
}
