package io.indago.local.realm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Which attributes a user has; the file has it as a text within a component. */
final class UserProfile implements Aspect {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/users/profile";

    @Override
    public List<Step> steps(RealmFile file, KeycloakAdmin admin) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode component :
                file.content().path("components").path("org.keycloak.userprofile.UserProfileProvider")) {
            JsonNode found = admin.get(PATH);
            ObjectNode wanted = parsed(component
                    .path("config")
                    .path("kc.user.profile.config")
                    .path(0)
                    .asText());
            Difference.between(wanted, found)
                    .ifPresent(differences -> steps.add(new Step(
                            "user profile: " + differences, () -> admin.put(PATH, Difference.merged(wanted, found)))));
        }
        return steps;
    }

    private static ObjectNode parsed(String text) {
        try {
            return JSON.readValue(text, ObjectNode.class);
        } catch (JsonProcessingException garbage) {
            throw new RealmException(
                    "the user profile in the file is no JSON object: " + garbage.getMessage(), garbage);
        }
    }
}
