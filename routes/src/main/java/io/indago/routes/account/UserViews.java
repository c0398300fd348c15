package io.indago.routes.account;

import static java.util.Objects.requireNonNull;

import io.indago.routes.account.UserDirectory.Page;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.api.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users, with what the identity provider knows of them and what the accounts tell. */
public final class UserViews {
    private final UserDirectory directory;
    private final Activity activity;

    public UserViews(UserDirectory directory, Activity activity) {
        this.directory = requireNonNull(directory, "directory");
        this.activity = requireNonNull(activity, "activity");
    }

    UsersDocument list(String search, int offset, int limit) throws DirectoryException, StoreUnavailableException {
        Page page = directory.search(search, offset, limit);
        Map<String, Activity.Last> last =
                activity.of(page.users().stream().map(User::id).toList());
        List<UserDocument> users = page.users().stream()
                .map(user -> UserDocument.of(user, Optional.empty(), last.getOrDefault(user.id(), Activity.Last.NEVER)))
                .toList();
        return new UsersDocument(users, offset, limit, page.total());
    }

    /** One user, with his groups. */
    UserDocument show(String username) throws NotFoundException, DirectoryException, StoreUnavailableException {
        User user = find(username);
        Map<String, Activity.Last> last = activity.of(List.of(user.id()));
        return UserDocument.of(
                user, Optional.of(directory.groups(user.id())), last.getOrDefault(user.id(), Activity.Last.NEVER));
    }

    User find(String username) throws NotFoundException, DirectoryException {
        Optional<String> name = Username.of(username);
        Optional<User> user = name.isPresent() ? directory.find(name.get()) : Optional.empty();
        return user.orElseThrow(() -> new NotFoundException("There is no such user."));
    }
}
