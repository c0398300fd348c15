package io.indago.local;

import io.indago.local.Credentials.Login;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Keeps the credentials of a cache folder, whose prepared Keycloak knows them. */
final class CredentialsFile {

    private static final String CLIENT = "hub-legacy-login";
    private static final String CLIENT_SECRET = "login.client-secret";
    private static final String ANALYST = "analyst.password";
    private static final String ADMIN = "admin.password";
    private static final String KEYCLOAK_ADMIN = "keycloak.admin.password";

    private final Path file;

    CredentialsFile(Path file) {
        this.file = file;
    }

    Credentials readOrCreate() {
        FolderLock.holding(file.resolveSibling("locks/credentials"), this::completeAlone);
        Properties properties = PrivateProperties.read(file);
        return new Credentials(
                CLIENT,
                properties.getProperty(CLIENT_SECRET),
                new Login("analyst", properties.getProperty(ANALYST)),
                new Login("admin", properties.getProperty(ADMIN)),
                new Login("keycloak-admin", properties.getProperty(KEYCLOAK_ADMIN)));
    }

    private void completeAlone() {
        Properties properties = PrivateProperties.read(file);
        int known = properties.size();
        for (String key : List.of(CLIENT_SECRET, ANALYST, ADMIN, KEYCLOAK_ADMIN)) {
            properties.computeIfAbsent(key, unused -> RandomSecret.create());
        }
        if (properties.size() > known) {
            PrivateProperties.write(file, properties, "Made up at random by the local stack");
        }
    }
}
