package io.indago.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which role somebody needs to be given a scope, and which roles a client may see at all. */
final class ScopeMappings implements Aspect {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public List<Step> steps(RealmFile file, KeycloakAdmin admin) {
        JsonNode mappings = file.content().path("clientScopeMappings");
        Found clients = Found.of(admin.get("/clients"), "clientId");
        Found scopes = Found.of(admin.get("/client-scopes"), "name");
        List<Step> steps = new ArrayList<>();
        for (JsonNode scope : file.content().path("clientScopes")) {
            String name = scope.path("name").asText();
            scopes.id(name)
                    .ifPresent(id -> steps.addAll(ofOne(
                            "client scope " + name,
                            "/client-scopes/" + id,
                            "clientScope",
                            name,
                            mappings,
                            clients,
                            admin)));
        }
        for (JsonNode client : file.content().path("clients")) {
            String name = client.path("clientId").asText();
            clients.id(name)
                    .ifPresent(id -> steps.addAll(
                            ofOne("client " + name, "/clients/" + id, "client", name, mappings, clients, admin)));
        }
        return steps;
    }

    private static List<Step> ofOne(
            String what, String path, String kind, String name, JsonNode mappings, Found clients, KeycloakAdmin admin) {
        List<Step> steps = new ArrayList<>();
        clients.byName().forEach((owner, now) -> {
            JsonNode roles = Optional.of(mappings.path(owner))
                    .map(list -> roles(list, kind, name))
                    .orElseThrow();
            steps.addAll(new RoleList(
                            what + ", needs roles of " + owner,
                            path + "/scope-mappings",
                            now.path("id").asText(),
                            admin)
                    .steps(roles));
        });
        return steps;
    }

    private static JsonNode roles(JsonNode list, String kind, String name) {
        for (JsonNode each : list) {
            if (each.path(kind).asText().equals(name)) {
                return each.path("roles");
            }
        }
        return JSON.createArrayNode();
    }
}
