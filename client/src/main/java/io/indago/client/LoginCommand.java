package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Logs a person in, by a browser anywhere, and saves the login. */
@Command(
        name = "login",
        header = {"Log in with a browser, to this hub or another.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Logs you in to a hub: shows the address of a page, waits until you have logged in there with a browser on"
                    + " any machine, and saves the login for the other commands. No password passes through here.",
            "",
            "Without options it is the hub of the last login, or else that of './indago up' here. The login renews"
                    + " itself; how long it lasts, the login server decides. It is kept in indago/session.json in"
                    + " XDG_CONFIG_HOME or ~/.config, for your eyes only.",
            ""
        },
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./indago login",
            "  ./indago login --url https://hub.example --issuer https://login.example/realms/indago",
            "  ./indago login --scope 'tasks users mon'"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:logged in",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            "3:declined, too late, refused, or the login can't be saved",
            "4:the login server can't be reached or can't answer now"
        })
final class LoginCommand implements Callable<Integer> {
    static final String USUAL_SCOPE = "tasks users";

    private final Workplace workplace;

    @Option(
            names = "--scope",
            paramLabel = "<scopes>",
            defaultValue = USUAL_SCOPE,
            description = "what the login should be good for: tasks (lookups), users (your account), mon (watching the"
                    + " hub); usually '${DEFAULT-VALUE}'")
    private String scope = USUAL_SCOPE;

    @Mixin
    private HubOptions hub = new HubOptions();

    LoginCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        HubAccess access = new HubAccess(workplace);
        Session session = access.logIn(access.target(hub), scope);
        workplace.session().write(session);
        workplace.terminal().tell("Logged in to " + session.hub() + ", for: " + session.scope());
        List<String> granted = List.of(session.scope().split(" "));
        String missing = String.join(
                " ",
                Stream.of(scope.split(" "))
                        .filter(wanted -> !granted.contains(wanted))
                        .toList());
        if (!missing.isBlank()) {
            workplace.terminal().tell("note: not granted: " + missing);
        }
        return ExitCode.ANSWERED;
    }
}
