package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Lists the users of the hub; its subcommands are for one of them. */
@Command(
        name = "users",
        header = {"List the users of the hub, or administer one.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = {
            UserListCommand.class,
            UserShowCommand.class,
            UserCreateCommand.class,
            UserDisableCommand.class,
            UserEnableCommand.class,
            UserResetPasswordCommand.class
        },
        description = {
            "Without a command, lists the users of the hub, who live in Keycloak: whether each may log in, and when he was last"
                    + " here.",
            "",
            UserCommand.MON_HELP,
            "",
            HubOptions.HELP,
            ""
        },
        optionListHeading = "%n",
        commandListHeading = "%nCommands, most on one user ('./indago users show --help' says more):%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago users", "  ./indago users list --search ada", "  ./indago users disable ada"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class UsersCommand implements Callable<Integer> {
    static final int USUAL_LIMIT = 50;

    private final Workplace workplace;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "write the hub's answer as it is, on one line")
    private boolean json;

    @Mixin
    private HubOptions hub = new HubOptions();

    UsersCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        return list("", 0, USUAL_LIMIT);
    }

    int list(String search, int offset, int limit) throws ClientException, SetupException, InterruptedException {
        HubDialogue dialogue = dialogue();
        Users users = dialogue.monitor(client -> client.users().list(search, offset, limit));
        dialogue.print(users.json(), display -> new UsersPage(display).text(users));
        return ExitCode.ANSWERED;
    }

    SecretPrompt secrets() {
        return new SecretPrompt(workplace.terminal());
    }

    /** How this command and those below it talk to the hub. */
    HubDialogue dialogue() {
        return new HubDialogue(workplace, hub, json);
    }
}
