package io.indago.hub.selfcheck;

import io.indago.routes.api.SelfCheckDocument.Finding;
import java.util.List;
import org.springframework.web.client.RestClientException;

/** Whether Keycloak is there, and is the one whose tokens are accepted. */
final class KeycloakCheck implements Check {
    static final String AWAY = "keycloak-away";

    private final String issuer;
    private final String realm;
    private final AdminApi api;

    KeycloakCheck(String issuer, String realm, AdminApi api) {
        this.issuer = issuer;
        this.realm = realm;
        this.api = api;
    }

    @Override
    public List<Finding> findings() {
        try {
            String said = api.discovery().path("issuer").asText();
            return said.equals(issuer)
                    ? List.of()
                    : List.of(Finding.warning(
                            "issuer-differs",
                            "Keycloak issues tokens as " + said + ", and the hub accepts those of " + issuer
                                    + " alone (indago.security.issuer-uri): nobody gets in"));
        } catch (RestClientException away) {
            return List.of(Finding.warning(
                    AWAY,
                    realm + " does not answer: nobody can log in, tokens already issued go on; it is looked at again"
                            + " soon"));
        }
    }
}
