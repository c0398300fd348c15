package io.indago.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The clients: flows, addresses, mappers, scopes. A secret is given to a client that is made, and never changed later:
 * it is rotated in Keycloak. Keycloak's own client for fine-grained permissions is left alone; the hub judges at its start
 * what they let it do.
 */
final class Clients implements Aspect {
    private static final String SECRET = "secret";
    private static final String SHARED_SECRET = "client-secret";
    private static final String MAPPERS = "protocolMappers";
    private static final String DEFAULTS = "defaultClientScopes";
    private static final String OPTIONALS = "optionalClientScopes";

    @Override
    public List<Step> steps(RealmFile file, KeycloakAdmin admin) {
        String permissions =
                file.content().path("adminPermissionsClient").path("clientId").asText();
        Found found = Found.of(admin.get("/clients"), "clientId");
        List<Step> steps = new ArrayList<>();
        for (JsonNode each : file.content().path("clients")) {
            String id = each.path("clientId").asText();
            if (id.equals(permissions)) {
                continue;
            }
            String what = "client " + id;
            Optional<JsonNode> now = found.get(id);
            if (now.isPresent()) {
                steps.addAll(changes(what, (ObjectNode) each, now.get(), admin));
            } else {
                steps.add(new Step(what + ": made", () -> make(what, each, admin)));
            }
        }
        return steps;
    }

    private static void make(String what, JsonNode client, KeycloakAdmin admin) {
        if (client.path("clientAuthenticatorType").asText().equals(SHARED_SECRET) && !client.has(SECRET)) {
            throw new RealmException(what + " has to be made, and the variable of its secret is not set");
        }
        admin.post("/clients", client);
    }

    private static List<Step> changes(String what, ObjectNode client, JsonNode now, KeycloakAdmin admin) {
        String path = "/clients/" + now.path("id").asText();
        ObjectNode wanted = client.deepCopy().without(Set.of(SECRET, MAPPERS, DEFAULTS, OPTIONALS));
        List<Step> steps = new ArrayList<>();
        Difference.between(wanted, now)
                .ifPresent(differences -> steps.add(
                        new Step(what + ": " + differences, () -> admin.put(path, Difference.merged(wanted, now)))));
        steps.addAll(new ProtocolMappers(what, path, admin).steps(client.path(MAPPERS)));
        steps.addAll(new ScopeLists(
                        what, path + "/default-client-scopes", path + "/optional-client-scopes", name -> true, admin)
                .steps(client.path(DEFAULTS), client.path(OPTIONALS)));
        return steps;
    }
}
