package io.indago.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;

/** What somebody on this machine, such as the command line, needs to know to use the running stack. */
record DemoProperties(Path file) {

    static DemoProperties in(Path state) {
        return new DemoProperties(state.resolve("demo.properties"));
    }

    void write(URI hub, LocalStack stack) {
        Credentials credentials = stack.credentials();
        Properties properties = new Properties();
        properties.setProperty("hub.url", hub.toString());
        properties.setProperty("keycloak.issuer", stack.issuer().toString());
        properties.setProperty("keycloak.token-endpoint", stack.tokenEndpoint().toString());
        properties.setProperty("login.client-id", credentials.clientId());
        properties.setProperty("login.client-secret", credentials.clientSecret());
        put(properties, "analyst", credentials.analyst());
        put(properties, "admin", credentials.admin());
        put(properties, "auditor", credentials.auditor());
        put(properties, "portal", credentials.portal());
        put(properties, "soar", credentials.soar());
        put(properties, "keycloak.admin", credentials.keycloakAdmin());
        PrivateProperties.write(file, properties, "Written by ./indago up at every start");
    }

    private static void put(Properties properties, String name, Credentials.Client client) {
        properties.setProperty(name + ".client-id", client.id());
        properties.setProperty(name + ".client-secret", client.secret());
    }

    private static void put(Properties properties, String person, Credentials.Login login) {
        properties.setProperty(person + ".username", login.username());
        properties.setProperty(person + ".password", login.password());
    }
}
