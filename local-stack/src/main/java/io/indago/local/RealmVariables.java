package io.indago.local;

import java.util.Map;

/** What the realm files leave open, and Keycloak is told by variables of its environment. */
record RealmVariables(Credentials credentials) {

    /** Where the hub listens unless told otherwise; its own port would have every test import a realm of its own. */
    private static final String PORTAL = "http://127.0.0.1:" + PortName.HUB.defaultPort();

    Map<String, String> all() {
        return Map.of(
                "HUB_LEGACY_LOGIN_SECRET", credentials.clientSecret(),
                "HUB_ADMIN_SECRET", credentials.hubAdmin().secret(),
                "INDAGO_PORTAL_SECRET", credentials.portal().secret(),
                "INDAGO_PORTAL_URL", PORTAL,
                "INDAGO_SOAR_SECRET", credentials.soar().secret(),
                "DEMO_ANALYST_PASSWORD", credentials.analyst().password(),
                "DEMO_ADMIN_PASSWORD", credentials.admin().password(),
                "DEMO_AUDITOR_PASSWORD", credentials.auditor().password(),
                "KC_BOOTSTRAP_ADMIN_USERNAME", credentials.keycloakAdmin().username(),
                "KC_BOOTSTRAP_ADMIN_PASSWORD", credentials.keycloakAdmin().password());
    }

    @Override
    public String toString() {
        return "the variables of the realm, with " + credentials;
    }
}
