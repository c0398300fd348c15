package io.indago.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Keycloak with the production realm, and the demo users in it. */
final class KeycloakPart extends ProcessPart {

    private static final String REALM = "/realms/indago";
    private static final String HOMES = "keycloak-";

    private final Path state;
    private final int port;
    private final KeycloakTemplate template;

    KeycloakPart(Path state, int port, KeycloakTemplate template, Processes processes, StackListener listener) {
        super("keycloak", processes, listener);
        this.state = state;
        this.port = port;
        this.template = template;
    }

    URI issuer() {
        return issuer(port);
    }

    static URI discovery(int port) {
        return URI.create(issuer(port) + "/.well-known/openid-configuration");
    }

    @Override
    void prepare() {
        template.prepare();
        for (Path home : Folders.children(state)) {
            if (home.getFileName().toString().startsWith(HOMES) && !home.equals(home().folder())) {
                Folders.delete(home);
            }
        }
        template.copyTo(home());
    }

    @Override
    Launch launch() {
        Path home = home().folder();
        return new Launch(name(), template.server().command(home, port), home);
    }

    @Override
    boolean isReady() {
        return Probe.answersOk(discovery(port));
    }

    @Override
    Duration patience() {
        return Duration.ofSeconds(120);
    }

    private KeycloakHome home() {
        return new KeycloakHome(state.resolve(HOMES + template.key()));
    }

    private static URI issuer(int port) {
        return URI.create("http://127.0.0.1:" + port + REALM);
    }
}
