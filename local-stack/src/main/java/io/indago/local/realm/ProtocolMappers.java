package io.indago.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The mappers of a client or of a client scope, which are what puts claims into tokens: those of the file, and no others. */
record ProtocolMappers(String owner, String ownerPath, KeycloakAdmin admin) {

    List<Step> steps(JsonNode wanted) {
        String path = ownerPath + "/protocol-mappers/models";
        Found found = Found.of(admin.get(path), "name");
        List<Step> steps = new ArrayList<>();
        for (JsonNode each : wanted) {
            String name = each.path("name").asText();
            Optional<JsonNode> now = found.get(name);
            if (now.isEmpty()) {
                steps.add(new Step(owner + ": add mapper " + name, () -> admin.post(path, each)));
            } else {
                Difference.between(each, now.get())
                        .ifPresent(differences -> steps.add(new Step(
                                owner + ": mapper " + name + ": " + differences,
                                () -> admin.put(
                                        path + "/" + now.get().path("id").asText(),
                                        Difference.merged((ObjectNode) each, now.get())))));
            }
        }
        Set<String> names = StreamSupport.stream(wanted.spliterator(), false)
                .map(each -> each.path("name").asText())
                .collect(Collectors.toSet());
        found.byName().forEach((name, now) -> {
            if (!names.contains(name)) {
                steps.add(new Step(
                        owner + ": remove mapper " + name,
                        () -> admin.delete(path + "/" + now.path("id").asText(), MissingNode.getInstance())));
            }
        });
        return steps;
    }
}
