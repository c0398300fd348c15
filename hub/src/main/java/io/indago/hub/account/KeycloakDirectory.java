package io.indago.hub.account;

import static java.util.Objects.requireNonNullElse;

import io.indago.hub.account.KeycloakBodies.Creation;
import io.indago.hub.account.KeycloakBodies.Credential;
import io.indago.hub.account.KeycloakBodies.Group;
import io.indago.hub.account.KeycloakBodies.Roles;
import io.indago.hub.account.KeycloakBodies.Switch;
import io.indago.routes.account.DirectoryException;
import io.indago.routes.account.DirectoryException.Reason;
import io.indago.routes.account.HubGroup;
import io.indago.routes.account.NewUser;
import io.indago.routes.account.Password;
import io.indago.routes.account.User;
import io.indago.routes.account.UserDirectory;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** The users of the realm, by Keycloak's Admin API. */
final class KeycloakDirectory implements UserDirectory {
    private static final String REALM_POWER = "realm-management";
    private static final String EMERGENCY = "break-glass";
    private static final int MOST_MEMBERS = 1_000;
    private static final ParameterizedTypeReference<List<KeycloakUser>> USERS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Group>> GROUPS = new ParameterizedTypeReference<>() {};

    private final RestClient keycloak;
    private final KeycloakGuard guard;

    /** @param keycloak knows the realm's address and has a token */
    KeycloakDirectory(RestClient keycloak, KeycloakGuard guard) {
        this.keycloak = keycloak;
        this.guard = guard;
    }

    @Override
    public Page search(String text, int offset, int limit) throws DirectoryException {
        List<KeycloakUser> users = list(USERS, "/users?search={text}&first={offset}&max={limit}", text, offset, limit);
        Integer total = guard.repeatable(() -> keycloak.get()
                .uri("/users/count?search={text}", text)
                .retrieve()
                .body(Integer.class));
        return new Page(users.stream().map(KeycloakUser::user).toList(), requireNonNullElse(total, users.size()));
    }

    @Override
    public Optional<User> find(String username) throws DirectoryException {
        return list(USERS, "/users?username={name}&exact=true", username).stream()
                .map(KeycloakUser::user)
                .filter(user -> user.username().equals(username))
                .findFirst();
    }

    @Override
    public List<String> groups(String id) throws DirectoryException {
        return list(GROUPS, "/users/{id}/groups", id).stream()
                .map(Group::name)
                .sorted()
                .toList();
    }

    @Override
    public boolean isProtected(String id) throws DirectoryException {
        Roles roles = guard.repeatable(() ->
                keycloak.get().uri("/users/{id}/role-mappings", id).retrieve().body(Roles.class));
        List<Group> groups = list(GROUPS, "/users/{id}/groups?briefRepresentation=false", id);
        return roles != null
                        && requireNonNullElse(roles.clientMappings(), Map.of()).containsKey(REALM_POWER)
                || groups.stream().anyMatch(KeycloakDirectory::isPowerful);
    }

    private static boolean isPowerful(Group group) {
        return group.path().startsWith("/" + EMERGENCY)
                || requireNonNullElse(group.clientRoles(), Map.of()).containsKey(REALM_POWER);
    }

    @Override
    public List<User> members(HubGroup group) throws DirectoryException {
        return list(USERS, "/groups/{id}/members?first=0&max={most}", id(group), MOST_MEMBERS).stream()
                .map(KeycloakUser::user)
                .toList();
    }

    @Override
    public String create(NewUser user) throws DirectoryException {
        Creation creation = new Creation(
                user.username(),
                user.firstName().orElse(null),
                user.lastName().orElse(null),
                user.email().orElse(null),
                false,
                // In one call: the hub may do nothing with a user who is in none of its groups
                List.of("/" + user.group().id()));
        ResponseEntity<Void> made = guard.once(() -> keycloak.post()
                .uri("/users")
                .contentType(MediaType.APPLICATION_JSON)
                .body(creation)
                .retrieve()
                .toBodilessEntity());
        URI location = made.getHeaders().getLocation();
        if (location == null) {
            throw new DirectoryException(Reason.AWAY, "Keycloak does not say whom it made");
        }
        return location.getPath().substring(location.getPath().lastIndexOf('/') + 1);
    }

    @Override
    public void setPassword(String id, Password password, boolean temporary) throws DirectoryException {
        // Once: with a history of passwords the second time would be refused
        guard.once(() -> keycloak.put()
                .uri("/users/{id}/reset-password", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Credential.of(password, temporary))
                .retrieve()
                .toBodilessEntity());
    }

    @Override
    public void setEnabled(String id, boolean enabled) throws DirectoryException {
        guard.repeatable(() -> keycloak.put()
                .uri("/users/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Switch(enabled))
                .retrieve()
                .toBodilessEntity());
    }

    /** Keycloak itself notes the second up to which the user's tokens have ended, by its own clock. */
    @Override
    public Instant endSessions(String id) throws DirectoryException {
        guard.repeatable(
                () -> keycloak.post().uri("/users/{id}/logout", id).retrieve().toBodilessEntity());
        KeycloakUser user = guard.repeatable(
                () -> keycloak.get().uri("/users/{id}", id).retrieve().body(KeycloakUser.class));
        if (user == null || user.notBefore() == null || user.notBefore() == 0) {
            throw new DirectoryException(Reason.AWAY, "Keycloak does not say until when tokens have ended");
        }
        return Instant.ofEpochSecond(user.notBefore());
    }

    private String id(HubGroup group) throws DirectoryException {
        return list(GROUPS, "/groups?search={name}&exact=true", group.id()).stream()
                .filter(found -> found.name().equals(group.id()))
                .map(Group::id)
                .findFirst()
                .orElseThrow(() -> new DirectoryException(
                        Reason.REFUSED, "the realm has no group " + group.id() + ", or hides it from the hub"));
    }

    private <T> List<T> list(ParameterizedTypeReference<List<T>> type, String uri, Object... variables)
            throws DirectoryException {
        List<T> found = guard.repeatable(
                () -> keycloak.get().uri(uri, variables).retrieve().body(type));
        return requireNonNullElse(found, List.of());
    }
}
