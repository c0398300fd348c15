package io.indago.client;

import io.indago.client.Settings.SetupException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists users. */
@Command(
        name = "list",
        header = {"List the users of the hub.", ""},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {UserCommand.MON_HELP, "", HubOptions.HELP, ""},
        optionListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {"  ./indago users list --search example.org --offset 50"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered",
            ExitCode.CLIENT_FAILED_HELP,
            ExitCode.MISUSED_HELP,
            ExitCode.NOT_LOGGED_IN_HELP,
            ExitCode.NO_ANSWER_HELP
        })
final class UserListCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private UsersCommand users;

    @Option(names = "--search", paramLabel = "<text>", description = "a part of their names or e-mail addresses")
    private String search = "";

    @Option(names = "--offset", paramLabel = "<n>", description = "leave out so many")
    private int offset;

    @Option(names = "--limit", paramLabel = "<n>", description = "at most so many, up to 100; usually ${DEFAULT-VALUE}")
    private int limit = UsersCommand.USUAL_LIMIT;

    @Override
    public Integer call() throws ClientException, SetupException, InterruptedException {
        return users.list(search, offset, limit);
    }
}
