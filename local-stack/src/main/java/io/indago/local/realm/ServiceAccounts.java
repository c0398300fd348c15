package io.indago.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the clients' own users may do. People are none of the file's. */
final class ServiceAccounts implements Aspect {

    @Override
    public List<Step> steps(RealmFile file, KeycloakAdmin admin) {
        Found clients = Found.of(admin.get("/clients"), "clientId");
        List<Step> steps = new ArrayList<>();
        for (JsonNode user : file.content().path("users")) {
            String account = user.path("serviceAccountClientId").asText();
            clients.id(account).ifPresent(client -> {
                String id = admin.get("/clients/" + client + "/service-account-user")
                        .path("id")
                        .asText();
                clients.byName()
                        .forEach((name, owner) -> steps.addAll(new RoleList(
                                        "service account of " + account + ", roles of " + name,
                                        "/users/" + id + "/role-mappings",
                                        owner.path("id").asText(),
                                        admin)
                                .steps(user.path("clientRoles").path(name))));
            });
        }
        return steps;
    }
}
