package io.indago.hub.account;

import io.indago.hub.config.InvalidSettingsException;
import java.net.URI;
import java.util.List;

/** Where the hub reaches the realm. */
record RealmAddresses(String realm) {
    private static final String REALMS = "/realms/";

    RealmAddresses {
        if (!realm.contains(REALMS)) {
            throw new InvalidSettingsException(List.of("indago.keycloak.url, or else indago.security.issuer-uri: '"
                    + realm + "' is no address of a Keycloak realm, such as https://id.example/realms/indago"));
        }
        realm = realm.replaceAll("/+$", "");
    }

    URI token() {
        return URI.create(realm + "/protocol/openid-connect/token");
    }

    /** The realm in the Admin API. */
    String admin() {
        int at = realm.lastIndexOf(REALMS);
        return realm.substring(0, at) + "/admin" + realm.substring(at);
    }
}
