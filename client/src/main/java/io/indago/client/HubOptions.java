package io.indago.client;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Which hub, and as who. */
final class HubOptions {
    static final String HELP =
            "Which hub: that of --url; else that of './indago login'; else that of './indago up' here, with its"
                    + " demo login. A program logs in as itself: with its client in INDAGO_CLIENT_ID and INDAGO_CLIENT_SECRET,"
                    + " for lookups.";

    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "<address>",
            converter = AddressConverter.class,
            description = "the hub, http://localhost:8080")
    private @Nullable URI url;

    @Option(
            names = "--issuer",
            scope = ScopeType.INHERIT,
            paramLabel = "<address>",
            converter = AddressConverter.class,
            description = "the hub's login server, https://login.example/realms/indago; with it a browser confirms the"
                    + " login, unless it is saved")
    private @Nullable URI issuer;

    @Option(
            names = "--client-id",
            scope = ScopeType.INHERIT,
            paramLabel = "<id>",
            description = "as which client of the login server; usually " + LoginTarget.USUAL_CLIENT)
    private @Nullable String clientId;

    @Option(
            names = "--local",
            scope = ScopeType.INHERIT,
            description = "the hub of './indago up' here, whatever login is saved")
    private boolean local;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    Optional<URI> url() {
        return Optional.ofNullable(url);
    }

    Optional<URI> issuer() {
        return Optional.ofNullable(issuer);
    }

    Optional<String> clientId() {
        return Optional.ofNullable(clientId);
    }

    boolean local() {
        return local;
    }

    ParameterException misuse(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
