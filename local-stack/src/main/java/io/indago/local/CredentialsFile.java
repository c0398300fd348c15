package io.indago.local;

import io.indago.local.Credentials.Client;
import io.indago.local.Credentials.Login;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Keeps the credentials of a cache folder, whose prepared Keycloak knows them. */
final class CredentialsFile {

    private static final String LOGIN_SECRET = "login.client-secret";
    private static final String HUB_ADMIN_SECRET = "hub-admin.client-secret";
    private static final String PORTAL_SECRET = "portal.client-secret";
    private static final String SOAR_SECRET = "soar.client-secret";
    private static final String ANALYST = "analyst.password";
    private static final String ADMIN = "admin.password";
    private static final String AUDITOR = "auditor.password";
    private static final String KEYCLOAK_ADMIN = "keycloak.admin.password";
    private static final List<String> KEYS = List.of(
            LOGIN_SECRET, HUB_ADMIN_SECRET, PORTAL_SECRET, SOAR_SECRET, ANALYST, ADMIN, AUDITOR, KEYCLOAK_ADMIN);

    private final Path file;

    CredentialsFile(Path file) {
        this.file = file;
    }

    Credentials readOrCreate() {
        FolderLock.holding(file.resolveSibling("locks/credentials"), this::completeAlone);
        Properties properties = PrivateProperties.read(file);
        return new Credentials(
                new Client("hub-legacy-login", properties.getProperty(LOGIN_SECRET)),
                new Client("hub-admin", properties.getProperty(HUB_ADMIN_SECRET)),
                new Client("indago-portal", properties.getProperty(PORTAL_SECRET)),
                new Client("indago-soar", properties.getProperty(SOAR_SECRET)),
                new Login("analyst", properties.getProperty(ANALYST)),
                new Login("admin", properties.getProperty(ADMIN)),
                new Login("auditor", properties.getProperty(AUDITOR)),
                new Login("keycloak-admin", properties.getProperty(KEYCLOAK_ADMIN)));
    }

    private void completeAlone() {
        Properties properties = PrivateProperties.read(file);
        int known = properties.size();
        for (String key : KEYS) {
            properties.computeIfAbsent(key, unused -> RandomSecret.create());
        }
        if (properties.size() > known) {
            PrivateProperties.write(file, properties, "Made up at random by the local stack");
        }
    }
}
