package io.indago.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The realm's own settings: lifetimes, password policy, brute-force protection, events. */
final class RealmSettings implements Aspect {

    @Override
    public List<Step> steps(RealmFile file, KeycloakAdmin admin) {
        ObjectNode wanted = file.settings();
        JsonNode found = admin.get("");
        return Difference.between(wanted, found)
                .map(differences -> new Step("realm: " + differences, () -> admin.put("", wanted)))
                .stream()
                .toList();
    }
}
