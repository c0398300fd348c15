package io.indago.hub.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the hub may do in the realm: by the roles its token tells, and by what the Admin API shows it, as a token need not tell all.
 *
 * @param roles of {@code realm-management}, or of a master realm
 * @param seesEverybody whether it sees a user who is in none of its groups: itself
 * @param seesClients whether it sees the realm's clients
 * @param foreignGroups groups besides its own whose members it may change
 */
record AdminRights(Set<String> roles, boolean seesEverybody, boolean seesClients, Set<String> foreignGroups) {
    static final Set<String> NEEDED = Set.of("query-users", "query-groups");
    static final Set<String> GROUPS = Set.of("hub-analysts", "hub-admins", "hub-auditors");
    private static final List<String> POWERS = List.of("manage", "manageMembers", "manageMembership");

    static AdminRights of(AdminApi api, String token) throws ParseException {
        JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
        Set<String> foreign = new TreeSet<>();
        api.get(token, "/groups?max=200&briefRepresentation=false")
                .ifPresent(groups -> groups.forEach(group -> {
                    if (!GROUPS.contains(group.path("name").asText()) && isPowerOver(group)) {
                        foreign.add(group.path("name").asText());
                    }
                }));
        return new AdminRights(
                roles(claims),
                api.get(token, "/users/" + claims.getSubject()).isPresent(),
                api.get(token, "/clients?max=1").isPresent(),
                foreign);
    }

    /** What it may do that it need not; nothing when that is right. */
    Optional<String> excess() {
        Set<String> wide = new TreeSet<>(roles);
        wide.removeAll(NEEDED);
        if (!wide.isEmpty()) {
            return Optional.of("has the roles " + String.join(", ", wide));
        }
        if (seesClients) {
            return Optional.of("sees the realm's clients");
        }
        if (seesEverybody) {
            return Optional.of("has a permission on all users, administrators of the realm among them");
        }
        return foreignGroups.isEmpty()
                ? Optional.empty()
                : Optional.of("may change the members of " + String.join(", ", foreignGroups));
    }

    private static boolean isPowerOver(JsonNode group) {
        return POWERS.stream()
                .anyMatch(power -> group.path("access").path(power).asBoolean());
    }

    private static Set<String> roles(JWTClaimsSet claims) {
        Set<String> roles = new TreeSet<>();
        entries(claims.getClaim("resource_access"))
                .filter(client -> client.getKey().equals("realm-management")
                        || String.valueOf(client.getKey()).endsWith("-realm"))
                .flatMap(client -> names(client.getValue()))
                .forEach(roles::add);
        names(claims.getClaim("realm_access"))
                .filter(role -> role.equals("admin") || role.equals("create-realm"))
                .forEach(roles::add);
        return roles;
    }

    private static Stream<? extends Map.Entry<?, ?>> entries(Object claim) {
        return claim instanceof Map<?, ?> map ? map.entrySet().stream() : Stream.empty();
    }

    private static Stream<String> names(Object access) {
        return access instanceof Map<?, ?> map && map.get("roles") instanceof List<?> list
                ? list.stream().map(String::valueOf)
                : Stream.empty();
    }
}
