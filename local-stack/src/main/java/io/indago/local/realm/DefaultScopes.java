package io.indago.local.realm;

import java.util.List;

/** Which scopes a client that is made later begins with. */
final class DefaultScopes implements Aspect {

    @Override
    public List<Step> steps(RealmFile file, KeycloakAdmin admin) {
        return new ScopeLists("new clients", "/default-default-client-scopes", "/default-optional-client-scopes", admin)
                .steps(
                        file.content().path("defaultDefaultClientScopes"),
                        file.content().path("defaultOptionalClientScopes"));
    }
}
