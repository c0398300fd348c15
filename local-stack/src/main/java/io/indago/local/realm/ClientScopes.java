package io.indago.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The client scopes, and what they put into tokens. */
final class ClientScopes implements Aspect {
    private static final String PATH = "/client-scopes";
    private static final String MAPPERS = "protocolMappers";

    @Override
    public List<Step> steps(RealmFile file, KeycloakAdmin admin) {
        Found found = Found.of(admin.get(PATH), "name");
        List<Step> steps = new ArrayList<>();
        for (JsonNode each : file.content().path("clientScopes")) {
            String what = "client scope " + each.path("name").asText();
            Optional<JsonNode> now = found.get(each.path("name").asText());
            if (now.isEmpty()) {
                steps.add(new Step(what + ": made", () -> admin.post(PATH, each)));
                continue;
            }
            String path = PATH + "/" + now.get().path("id").asText();
            ObjectNode wanted = each.<ObjectNode>deepCopy().without(List.of(MAPPERS));
            Difference.between(wanted, now.get())
                    .ifPresent(differences -> steps.add(new Step(
                            what + ": " + differences, () -> admin.put(path, Difference.merged(wanted, now.get())))));
            steps.addAll(new ProtocolMappers(what, path, admin).steps(each.path(MAPPERS)));
        }
        return steps;
    }
}
