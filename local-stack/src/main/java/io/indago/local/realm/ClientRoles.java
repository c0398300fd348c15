package io.indago.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The roles that people and programs may be given; another one that a client has is left to whoever made it. */
final class ClientRoles implements Aspect {

    @Override
    public List<Step> steps(RealmFile file, KeycloakAdmin admin) {
        Found clients = Found.of(admin.get("/clients"), "clientId");
        List<Step> steps = new ArrayList<>();
        file.content().path("roles").path("client").properties().forEach(client -> clients.id(client.getKey())
                .ifPresent(id -> steps.addAll(
                        ofClient(client.getKey(), "/clients/" + id + "/roles", client.getValue(), admin))));
        return steps;
    }

    private static List<Step> ofClient(String client, String path, JsonNode roles, KeycloakAdmin admin) {
        Found found = Found.of(admin.get(path), "name");
        List<Step> steps = new ArrayList<>();
        for (JsonNode role : roles) {
            String name = role.path("name").asText();
            if (found.get(name).isEmpty()) {
                steps.add(new Step("role " + name + " of " + client + ": made", () -> admin.post(path, role)));
            }
        }
        return steps;
    }
}
