package io.indago.local.realm;

import java.util.List;
import java.util.Set;

/** Which of our scopes a client that is made later begins with; Keycloak adds offline_access by itself, others add their own. */
final class DefaultScopes implements Aspect {

    @Override
    public List<Step> steps(RealmFile file, KeycloakAdmin admin) {
        Set<String> ours =
                Found.of(file.content().path("clientScopes"), "name").byName().keySet();
        return new ScopeLists(
                        "new clients",
                        "/default-default-client-scopes",
                        "/default-optional-client-scopes",
                        ours::contains,
                        admin)
                .steps(
                        file.content().path("defaultDefaultClientScopes"),
                        file.content().path("defaultOptionalClientScopes"));
    }
}
