package io.indago.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The groups and their roles. A group keeps the id of the file, by which permissions name it. */
final class Groups implements Aspect {

    @Override
    public List<Step> steps(RealmFile file, KeycloakAdmin admin) {
        Found found = Found.of(admin.get("/groups?max=1000"), "name");
        Found clients = Found.of(admin.get("/clients"), "clientId");
        List<Step> steps = new ArrayList<>();
        for (JsonNode group : file.content().path("groups")) {
            String what = "group " + group.path("name").asText();
            Optional<String> id = found.id(group.path("name").asText());
            if (id.isEmpty()) {
                steps.add(new Step(what + ": made", () -> make(group, admin)));
                continue;
            }
            clients.byName()
                    .forEach((client, now) -> steps.addAll(new RoleList(
                                    what + ", roles of " + client,
                                    "/groups/" + id.get() + "/role-mappings",
                                    now.path("id").asText(),
                                    admin)
                            .steps(group.path("clientRoles").path(client))));
        }
        return steps;
    }

    /** Only an import takes the id as well; it finds the group again by its path. */
    private static void make(JsonNode group, KeycloakAdmin admin) {
        ObjectNode whole = group.deepCopy();
        whole.put("path", "/" + group.path("name").asText());
        ObjectNode groups = JsonNodeFactory.instance.objectNode();
        groups.put("ifResourceExists", "SKIP").putArray("groups").add(whole);
        admin.post("/partialImport", groups);
    }
}
