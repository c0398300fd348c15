package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What the commands on one user share: which one. Their options are those of {@link UsersCommand}. */
abstract class UserCommand implements Callable<Integer> {
    static final String MISUSED_HELP = "2:there is no such user, or an option or argument can't be read";
    static final String MON_HELP =
            "It takes a login with the scope mon, as './indago login --scope \"tasks users mon\"' makes; the demo login of"
                    + " './indago up' is the admin's here.";
    private static final int NOT_FOUND = 404;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private UsersCommand users;

    @Parameters(paramLabel = "<name>", description = "the name the user logs in with")
    private String name = "";

    final String name() {
        return name;
    }

    final String password(String label) throws LoginException {
        return users.secrets().ask(label);
    }

    /** Asks the hub, and shows the user it answers. */
    final int show(AccountRequest request) throws ClientException, SetupException, InterruptedException {
        if (name.isBlank()) {
            throw new ParameterException(spec.commandLine(), "The name is blank");
        }
        Users.User user = ask(request);
        users.dialogue().print(user.json(), display -> new UsersPage(display).text(user));
        return ExitCode.ANSWERED;
    }

    private Users.User ask(AccountRequest request) throws ClientException, SetupException, InterruptedException {
        try {
            return users.dialogue().administer(client -> request.send(client.users()));
        } catch (ApiException refusal) {
            if (refusal.problem().isOfHub() && refusal.problem().status() == NOT_FOUND) {
                throw new ParameterException(spec.commandLine(), refusal.getMessage());
            }
            throw refusal;
        }
    }

    /** What to ask about the user. */
    @FunctionalInterface
    interface AccountRequest {
        Users.User send(UserAccounts accounts) throws ClientException, InterruptedException;
    }
}
