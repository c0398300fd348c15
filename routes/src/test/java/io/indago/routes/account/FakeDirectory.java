package io.indago.routes.account;

import io.indago.routes.account.DirectoryException.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users in a map, with a list of what was done, which can be made to fail at any step. */
public final class FakeDirectory implements UserDirectory {
    final List<String> done = new ArrayList<>();
    final Map<String, User> users = new HashMap<>();
    final Map<String, HubGroup> groups = new HashMap<>();
    public Optional<String> failingAt = Optional.empty();
    Reason failure = Reason.AWAY;
    /** Whether what fails is done all the same, and only the answer lost. */
    boolean doneThough;

    /** What happens while a password is set. */
    Runnable meanwhile = () -> {};

    String protectedId = "";

    public void add(String username, HubGroup group, boolean enabled) {
        users.put(
                username,
                new User(
                        "id-" + username,
                        username,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        enabled,
                        Optional.empty()));
        groups.put("id-" + username, group);
    }

    private static User enabled(User user, boolean enabled) {
        return new User(
                user.id(), user.username(), user.firstName(), user.lastName(), user.email(), enabled, user.createdAt());
    }

    private void step(String name, String id) throws DirectoryException {
        if (failingAt.isPresent() && failingAt.get().equals(name)) {
            throw new DirectoryException(failure, "at " + name);
        }
        done.add(name + " " + id);
    }

    User get(String username) {
        return users.get(username);
    }

    @Override
    public Page search(String text, int offset, int limit) {
        return new Page(List.copyOf(users.values()), users.size());
    }

    @Override
    public Optional<User> find(String username) {
        return Optional.ofNullable(users.get(username));
    }

    @Override
    public List<String> groups(String id) {
        return List.of(groups.get(id).id());
    }

    @Override
    public boolean isProtected(String id) {
        return id.equals(protectedId);
    }

    @Override
    public List<User> members(HubGroup group) {
        return users.values().stream()
                .filter(user -> groups.get(user.id()) == group)
                .toList();
    }

    @Override
    public String create(NewUser user) throws DirectoryException {
        step("create", user.username());
        String id = "id-" + user.username();
        // As Keycloak, which writes addresses its own way
        Optional<String> email = user.email().map(String::toLowerCase);
        users.put(
                user.username(),
                new User(id, user.username(), user.firstName(), user.lastName(), email, false, Optional.empty()));
        groups.put(id, user.group());
        return id;
    }

    @Override
    public void setPassword(String id, Password password, boolean temporary) throws DirectoryException {
        meanwhile.run();
        step("password", id);
    }

    @Override
    public void setEnabled(String id, boolean enabled) throws DirectoryException {
        if (doneThough) {
            users.replaceAll((name, user) -> user.id().equals(id) ? enabled(user, enabled) : user);
        }
        step(enabled ? "enable" : "disable", id);
        users.replaceAll((name, user) -> user.id().equals(id) ? enabled(user, enabled) : user);
    }

    @Override
    public Instant endSessions(String id) throws DirectoryException {
        step("logout", id);
        return Instant.ofEpochSecond(100);
    }
}
