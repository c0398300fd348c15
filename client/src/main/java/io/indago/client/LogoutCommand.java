package io.indago.client;

import io.indago.client.OAuthEndpoint.RefusalException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Ends the saved login, here and at the login server. */
@Command(
        name = "logout",
        header = {"Forget the login, here and at the login server.", ""},
        mixinStandardHelpOptions = true,
        description = {
            "Ends the saved login: removes it here and revokes it at the login server. After that, commands use the"
                    + " demo login of './indago up' again.",
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExample:%n",
        footer = "  ./indago logout",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:logged out, or nobody was logged in",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            "3:removed here, but the login server did not revoke it; or it can't be removed",
            "4:removed here, but the login server can't be reached; the login ends there by itself"
        })
final class LogoutCommand implements Callable<Integer> {
    private final Workplace workplace;

    LogoutCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws ClientException, InterruptedException {
        Optional<Session> session = readable();
        boolean deleted = workplace.session().delete();
        if (session.isPresent()) {
            revoke(session.get());
            workplace.terminal().tell("Logged out of " + session.get().hub());
        } else {
            workplace.terminal().tell(deleted ? "Removed the saved login" : "Nobody was logged in");
        }
        return ExitCode.ANSWERED;
    }

    /** What can't be read can still be removed. */
    private Optional<Session> readable() {
        try {
            return workplace.session().read();
        } catch (LoginException unreadable) {
            return Optional.empty();
        }
    }

    private static void revoke(Session session) throws ClientException, InterruptedException {
        Transport transport = new Transport(IndagoClient.usualHttp());
        Optional<URI> endpoint =
                LoginServer.discover(transport, session.issuer()).revocationEndpoint();
        if (endpoint.isEmpty() || session.refreshToken().isEmpty()) {
            return;
        }
        Map<String, String> form = Map.of(
                "client_id", session.clientId(),
                "token", session.refreshToken().get(),
                "token_type_hint", "refresh_token");
        try {
            new OAuthEndpoint(transport, endpoint.get()).tell(form);
        } catch (RefusalException refusal) {
            throw new LoginException("The login is removed here, but " + refusal.server() + " did not revoke it: "
                    + refusal.getMessage());
        }
    }
}
