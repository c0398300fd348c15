package io.indago.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * Keycloak's data right after the realm and the demo users were imported. It is made once per version of Keycloak, of the
 * realm files and of the variables in them; each stack starts from a copy.
 */
final class KeycloakTemplate {

    private static final Duration IMPORT_LIMIT = Duration.ofMinutes(5);
    /** At its first stop Keycloak also writes the archive of its classes. */
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    private static final int KEY_DIGITS = 12;

    private final Path cache;
    private final Checkout checkout;
    private final RealmVariables variables;
    private final KeycloakDistribution distribution;
    private final Processes processes;
    private final StackListener listener;

    KeycloakTemplate(
            Path cache, Checkout checkout, RealmVariables variables, Processes processes, StackListener listener) {
        this.cache = cache;
        this.checkout = checkout;
        this.variables = variables;
        this.distribution = new KeycloakDistribution(
                cache.resolve("keycloak-" + checkout.version("keycloak")), checkout.keycloakZip(), processes);
        this.processes = processes;
        this.listener = listener;
    }

    KeycloakServer server() {
        return new KeycloakServer(distribution.folder(), cache.resolve("class-archives"), Jvm.current());
    }

    /** Different whenever data made before is of no use. */
    String key() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(checkout.version("keycloak").getBytes(StandardCharsets.UTF_8));
            for (Path file : List.of(checkout.realm(), checkout.demoUsers(), checkout.breachedPasswords())) {
                digest.update(Files.readAllBytes(file));
            }
            new TreeMap<>(variables.all())
                    .forEach((name, value) -> digest.update((name + "=" + value).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, KEY_DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void prepare() {
        if (!isReady()) {
            FolderLock.holding(cache.resolve("locks/keycloak"), this::prepareAlone);
        }
    }

    void copyTo(KeycloakHome home) {
        home.link(distribution.folder());
        if (!Files.exists(home.data())) {
            Path draft = home.folder().resolve("data.draft");
            Folders.delete(draft);
            Folders.copy(folder(), draft);
            Folders.move(draft, home.data());
        }
    }

    private void prepareAlone() {
        if (!distribution.isBuilt()) {
            listener.step("unpacking and building Keycloak, once");
            distribution.build();
        }
        if (!isReady()) {
            listener.step("importing the realm, once per change of it");
            importRealm();
        }
    }

    private boolean isReady() {
        return distribution.isBuilt() && Files.exists(folder());
    }

    private Path folder() {
        return cache.resolve("keycloak-realm-" + key());
    }

    private void importRealm() {
        KeycloakHome home = new KeycloakHome(cache.resolve("keycloak-import"));
        Folders.delete(home.folder());
        home.link(distribution.folder());
        Path source = Folders.create(home.data().resolve("import"));
        try {
            Files.copy(
                    checkout.breachedPasswords(),
                    Folders.create(home.data().resolve("password-blacklists")).resolve("breached-passwords.txt"));
            Files.copy(checkout.realm(), source.resolve("indago-realm.json"));
            Files.copy(checkout.demoUsers(), source.resolve("indago-users-0.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int port = Ports.free().of(PortName.KEYCLOAK);
        ChildProcess keycloak = processes.start(
                new Launch("keycloak-setup", server().command(home.folder(), port, "--import-realm"), home.folder())
                        .with(variables.all()));
        keycloak.await(() -> Probe.answersOk(KeycloakPart.discovery(port)), IMPORT_LIMIT);
        keycloak.stop(STOP_LIMIT);
        Folders.delete(source);
        Folders.move(home.data(), folder());
        Folders.delete(home.folder());
    }
}
