package io.indago.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The source tree we run from, and what the build left in it. */
record Checkout(Path root) {

    /** From INDAGO_HOME, as the launcher script says, or else from the working directory upwards, as tests run. */
    static Checkout find() {
        String home = System.getenv("INDAGO_HOME");
        if (home != null) {
            return new Checkout(Path.of(home));
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("keycloak/indago-realm.json"))) {
                return new Checkout(folder);
            }
        }
        throw new LocalStackException(here + " is not inside a checkout of Indago; set INDAGO_HOME to one.");
    }

    Path cache() {
        return root.resolve(".indago/cache");
    }

    Path realm() {
        return root.resolve("keycloak/indago-realm.json");
    }

    Path demoUsers() {
        return root.resolve("keycloak/demo-users.json");
    }

    Path breachedPasswords() {
        return root.resolve("keycloak/breached-passwords.txt");
    }

    Path keycloakZip() {
        return built(root.resolve("local-stack/target/dist/keycloak.zip"));
    }

    String kafkaClassPath() {
        return built(root.resolve("local-stack/target/dist/kafka")) + "/*";
    }

    String hubClassPath() {
        return built(root.resolve("hub/target/dist/lib")) + "/*";
    }

    String clientClassPath() {
        return built(root.resolve("client/target/dist/lib")) + "/*";
    }

    Path bundledPlugins() {
        return root.resolve("plugins/bundle/target/plugins");
    }

    String version(String part) {
        Properties versions = new Properties();
        try (var stream = Checkout.class.getResourceAsStream("versions.properties")) {
            versions.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.getProperty(part);
    }

    private static Path built(Path path) {
        if (!Files.exists(path)) {
            throw new LocalStackException(path + " is missing: build it first with 'mvn package'.");
        }
        return path;
    }
}
