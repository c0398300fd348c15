package io.indago.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Roles of one client that a group or a user has, or that a scope is bound to: those of the file, and no others.
 *
 * @param path where the list is, without the client
 * @param client whose roles they are, by Keycloak's id
 */
record RoleList(String what, String path, String client, KeycloakAdmin admin) {

    List<Step> steps(JsonNode wanted) {
        String list = path + "/clients/" + client;
        Found found = Found.of(admin.get(list), "name");
        return new Names(what, Names.of(wanted), found.byName().keySet())
                .steps(name -> admin.post(list, role(name)), name -> admin.delete(list, role(name)));
    }

    /** As Keycloak wants it: whole, and in a list. */
    private JsonNode role(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return JsonNodeFactory.instance.arrayNode().add(admin.get("/clients/" + client + "/roles/" + encoded));
    }
}
