package io.indago.client;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;

/** Where the local hub is and how to log in there, as {@code ./indago up} leaves it. */
record Settings(URI hub, URI issuer, URI tokenEndpoint, PasswordLogin analyst, PasswordLogin admin) {
    private static final String FILE = "demo.properties";

    /** @param state the folder of the local hub */
    static Settings in(Path state) throws SetupException {
        Path file = state.resolve(FILE);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException missing) {
            throw new MissingException();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new SetupException(file + " can't be read (" + unreadable + ")");
        }
        return new Settings(
                address(file, properties, "hub.url"),
                address(file, properties, "keycloak.issuer"),
                address(file, properties, "keycloak.token-endpoint"),
                login(file, properties, "analyst"),
                login(file, properties, "admin"));
    }

    PasswordLogin login(Role role) {
        return role == Role.ADMIN ? admin : analyst;
    }

    private static PasswordLogin login(Path file, Properties properties, String person) throws SetupException {
        return new PasswordLogin(
                value(file, properties, "login.client-id"),
                value(file, properties, "login.client-secret"),
                value(file, properties, person + ".username"),
                value(file, properties, person + ".password"));
    }

    private static URI address(Path file, Properties properties, String key) throws SetupException {
        try {
            return Transport.requireHttp(URI.create(value(file, properties, key)));
        } catch (IllegalArgumentException malformed) {
            throw new SetupException(file + ": " + key + ": " + malformed.getMessage());
        }
    }

    private static String value(Path file, Properties properties, String key) throws SetupException {
        String value = properties.getProperty(key, "");
        if (value.isBlank()) {
            throw new SetupException(file + " does not say '" + key + "'; ./indago up writes it anew");
        }
        return value;
    }

    /** There is no local hub to ask. */
    static class SetupException extends Exception {
        private static final long serialVersionUID = 1;

        SetupException(String message) {
            super(message);
        }
    }

    /** None was ever started here. */
    static final class MissingException extends SetupException {
        private static final long serialVersionUID = 1;

        MissingException() {
            super("No local hub is set up here; run ./indago up first, or ./indago login for one elsewhere");
        }
    }
}
